"""Gives each entry its part of the whole and the name of a shared result; both are mostly empty."""

from django.db import migrations, models

from lotrinh_web.guard import append_only, lift_guard


class Migration(migrations.Migration):
    dependencies = [("reporting", "0001_initial")]

    operations = [
        lift_guard("ledger_entry"),
        migrations.AddField(
            model_name="ledgerentry",
            name="breakdown",
            field=models.CharField(blank=True, default="", max_length=200),
        ),
        migrations.AddField(
            model_name="ledgerentry",
            name="shared",
            field=models.CharField(blank=True, default="", max_length=120),
        ),
        append_only("ledger_entry"),
    ]
