"""Gives each figure the mark that says how far it may be told; most are open and have none."""

from django.db import migrations, models

from lotrinh_web.guard import append_only, four_eyes, lift_four_eyes, lift_guard


class Migration(migrations.Migration):
    dependencies = [("reporting", "0005_carry_over")]

    operations = [
        lift_four_eyes(),
        lift_guard("ledger_entry"),
        migrations.AddField(
            model_name="ledgerentry",
            name="mark",
            field=models.CharField(blank=True, default="", max_length=12),
        ),
        append_only("ledger_entry"),
        four_eyes(),
    ]
