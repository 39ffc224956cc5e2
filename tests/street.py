"""A street with 66 internet companies, so that lists of that length are tested whatever is built.

Each is paid as the sample company with one call is. Some names are alike on purpose.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from desktop_app.providers import in_order
from tests.unit.provider_samples import Pokhara

if TYPE_CHECKING:
    from desktop_app.core.billing.provider import Provider

NAMES = """
WorldLink|वर्ल्डलिंक|Kathmandu, Pokhara, Biratnagar
Vianet|भायानेट|Kathmandu, Lalitpur
Subisu|सुबिसु|Kathmandu, Hetauda
DishHome Fiber|डिसहोम फाइबर|Kathmandu
NT FTTH|नेपाल टेलिकम|
NT ADSL Unlimited|एडीएसएल|
NT ADSL Volume|एडीएसएल|
Classic Tech|क्लासिक टेक|Kathmandu
Websurfer Internet|वेबसर्फर|Kathmandu, Chitwan
Techminds|टेकमाइन्ड्स|Kathmandu, Banepa
WiFi Nepal|वाइफाइ नेपाल|Kavre
Broadlink|ब्रोडलिंक|Lalitpur
Reliant Technology|रिलायन्ट|Bhaktapur
Palsnet|पाल्सनेट|Butwal, Palpa
Sky Internet|स्काई इन्टरनेट|Dhading
Pathibara|पाथीभरा|Taplejung
Arrownet|एरोनेट|Itahari
Virtual Network|भर्चुअल नेटवर्क|Kathmandu
Web Network|वेब नेटवर्क|Kathmandu
Royal Network|रोयल नेटवर्क|Birgunj
East Link|इस्ट लिंक|Damak
Metrolink|मेट्रोलिंक|Kathmandu
Infonet Communication|इन्फोनेट|Nepalgunj
Pokhara Internet|पोखरा इन्टरनेट|Pokhara
Nijgadh Cable|निजगढ केबल|Nijgadh
Net Max|नेट म्याक्स|Kathmandu
Dolfin Net Communication|डल्फिन नेट|Bharatpur
Askina|आस्किना|
Kshireshwar Network|क्षिरेश्वर नेटवर्क|Dhanusha
Life Net|लाइफ नेट|
Limpid ICT Solution|लिम्पिड|
LNT Infotech|एलएनटी|
Mega Cable Net|मेगा केबल नेट|
Nepalink|नेपालिंक|
Airson Internet|एयरसन|
Broadband Solutions|ब्रोडब्यान्ड सोलुसन्स|
Everest Wireless|एभरेस्ट वायरलेस|Solukhumbu
Fast Speed|फास्ट स्पिड|
Fiberworld Communication|फाइबरवर्ल्ड|Kathmandu, Lalitpur, Bhaktapur, Kavre, Chitwan
Hons|होन्स|
Janaki Cable Network|जानकी केबल|Janakpur
Sahaj Network|सहज नेटवर्क|
Super Eight Networks|सुपर एट|
Ultra Net|अल्ट्रा नेट|
Unified Communication ISP|युनिफाइड|
BBN Internet|बीबीएन|
Pokhara Internet Lekhnath|पोखरा लेखनाथ|Lekhnath
VNS|भीएनएस|
Fibertel Fibernet|फाइबरटेल|
Rapid Unique Net|र्‍यापिड युनिक|Chitwan
GRS|जीआरएस|
Meta Link|मेटा लिंक|
Prime Network|प्राइम नेटवर्क|
Alisha Communication|अलिशा|
Smart Link|स्मार्ट लिंक|
PDS Server Network|पीडीएस|
Izone|आइजोन|
World Fiber Net|वर्ल्ड फाइबर नेट|
DG Link|डीजी लिंक|
Loop Network|लुप नेटवर्क|
Acme Internet|एक्मे|
Kriti Darshan|कृति दर्शन|
Chitrawan Unique Net|चित्रवन युनिक|Chitwan
Airlink Communication|एयरलिंक|
First Link|फर्स्ट लिंक|
Sky Broadband|स्काई ब्रोडब्यान्ड|
"""
_ENDPOINTS = {"websurfer-internet": "times", "palsnet": "times", "techminds": "hashcnet-v2"}


class StreetCompany(Pokhara):
    """One of them."""

    def __init__(self, name: str, nepali: str, places: str, rank: int) -> None:
        slug = re.sub(r"\W+", "-", name.casefold())
        words = re.findall(r"[A-Z][a-z]*", name)
        self.info = replace(
            Pokhara.info,
            slug=slug,
            company=slug,
            endpoint=_ENDPOINTS.get(slug, slug),
            name=name,
            nepali_name=nepali,
            places=tuple(filter(None, places.split(", "))),
            monogram="".join(word[0] for word in words[:2]) if words[1:] else name[:2].upper(),
            rank=rank,
        )


def street() -> tuple[Provider, ...]:
    """All 66, in the order in which they are written here."""
    rows = (line.split("|") for line in NAMES.strip().splitlines())
    return in_order(
        StreetCompany(name, nepali, places, rank)
        for rank, (name, nepali, places) in enumerate(rows, 1)
    )
