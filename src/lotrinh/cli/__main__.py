"""`python -m lotrinh.cli`: the same as `lotrinh`."""

import sys

from lotrinh.cli import main

sys.exit(main())
