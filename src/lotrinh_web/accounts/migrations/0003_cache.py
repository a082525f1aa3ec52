"""The table of the shared cache, and the end of our own count of failures: axes counts now."""

from typing import Any

from django.core.management import call_command
from django.db import migrations


def make_cache(apps: Any, schema_editor: Any) -> None:
    call_command("createcachetable", database=schema_editor.connection.alias, verbosity=0)


class Migration(migrations.Migration):
    dependencies = [("accounts", "0002_posts")]

    operations = [
        migrations.RunPython(make_cache, migrations.RunPython.noop),
        migrations.DeleteModel("SignInAttempt"),
    ]
