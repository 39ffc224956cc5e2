"""Messages for the native message box, used while there is no window.

In both languages at once and without Qt: the setting may not be read yet, and Qt may be what is
missing.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Native:
    """A message in both languages."""

    english: str
    nepali: str


NO_START = Native(
    "Bhuktani could not start. Your record of payments is safe on disk.\n"
    "Restart the computer and start Bhuktani again. If this happens again, install Bhuktani once "
    "more: the record stays. Then call support.",
    "Bhuktani खुल्न सकेन। भुक्तानीको रेकर्ड डिस्कमा सुरक्षित छ।\n"
    "कम्प्युटर बन्द गरी फेरि खोलेर Bhuktani चलाउनुहोस्। फेरि यस्तै भए Bhuktani फेरि इन्स्टल "
    "गर्नुहोस्: रेकर्ड जस्ताको तस्तै रहन्छ। त्यसपछि सपोर्टलाई फोन गर्नुहोस्।",
)
"""An exception before the window was there."""

STOPPED = Native(
    "Bhuktani had to stop. Your record of payments is safe on disk.\n"
    "Start it again and look at Payments: for a payment that says WAITING keep the cash. If this "
    "happens again, call support.",
    "Bhuktani बन्द भयो। भुक्तानीको रेकर्ड डिस्कमा सुरक्षित छ।\n"
    "फेरि खोलेर भुक्तानी सूची हेर्नुहोस्: पर्खाइमा लेखिएको भुक्तानीको नगद राख्नुहोस्। फेरि यस्तै "
    "भए सपोर्टलाई फोन गर्नुहोस्।",
)
"""An exception after the window was there."""

NO_ANSWER = Native(
    "Bhuktani is running already, but does not answer.\n"
    "Wait a minute and start it again. If this happens again, restart the computer. Your record of "
    "payments is safe on disk.",
    "Bhuktani पहिल्यै खुला छ, तर जवाफ दिँदैन।\n"
    "एक मिनेट पर्खेर फेरि खोल्नुहोस्। फेरि यस्तै भए कम्प्युटर बन्द गरी फेरि खोल्नुहोस्। "
    "भुक्तानीको रेकर्ड डिस्कमा सुरक्षित छ।",
)
"""A second start whose first does not come to the front."""

BEING_UPDATED = Native(
    "Bhuktani is being installed or removed right now.\n"
    "Wait until that is done, then start it again. Your record of payments is safe on disk.",
    "Bhuktani अहिले राखिँदै वा हटाइँदै छ।\nत्यो सकिएपछि फेरि खोल्नुहोस्। भुक्तानीको रेकर्ड डिस्कमा सुरक्षित छ।",
)
"""The installer is at work."""

DETAILS = Native("Details for support", "सपोर्टका लागि विवरण")
"""Before the name of a file."""
