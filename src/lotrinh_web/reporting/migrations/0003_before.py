"""Puts the table of figures aside; 0004 sets the ledger anew and carries them over."""

from django.db import migrations

from lotrinh_web.guard import lift_guard


class Migration(migrations.Migration):
    dependencies = [("reporting", "0002_breakdown_and_shared")]

    operations = [
        lift_guard("ledger_entry"),
        migrations.RemoveIndex(model_name="ledgerentry", name="ledger_plan"),
        migrations.RemoveIndex(model_name="ledgerentry", name="ledger_key"),
        migrations.RenameModel("LedgerEntry", "FigureBefore"),
        migrations.AlterModelTable("FigureBefore", "ledger_entry_before"),
    ]
