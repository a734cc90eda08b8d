"""`python -m linter.commands`, for where the `huashu` script is not on the path."""

import sys

from linter.commands import main

sys.exit(main())
