"""Lets a published vintage say which entries it leaves out because they are marked."""

from django.db import migrations, models

from lotrinh_web.guard import append_only, lift_guard


class Migration(migrations.Migration):
    dependencies = [("reporting", "0006_mark")]

    operations = [
        lift_guard("published_vintage"),
        migrations.AddField(
            model_name="publishedvintage",
            name="withheld",
            field=models.JSONField(default=list),
        ),
        append_only("published_vintage"),
    ]
