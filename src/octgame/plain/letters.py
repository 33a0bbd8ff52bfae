"""Text for terminals that lack some of its signs: plainer ones stand in for them."""

import codecs
import unicodedata
from collections.abc import Mapping

# ruff: noqa: RUF001 - the look-alikes are what this is about

_TABLE = (
    '« " » " “ " ” " „ " ‘ \' ’ \' ‚ \' – - — - − - ‑ - … ... № No. × x · - • - '
    "→ -> ← <- ½ 1/2 ß ss æ ae œ oe ø o ł l Æ Ae Œ Oe Ø O Ł L "
    "а a б b в v г g д d е e ё e ж zh з z и i й i к k л l м m н n о o п p р r с s т t "
    "у u ф f х kh ц ts ч ch ш sh щ shch ъ ' ы y ь ' э e ю yu я ya і i ѣ e ѳ f ѵ i"
)
_PAIRS = _TABLE.split()
_NO_LOCALE = ("C", "POSIX")
_STAND_INS = dict(zip(_PAIRS[::2], _PAIRS[1::2], strict=True))


def fit(text: str, encoding: str) -> str:
    """The text in the characters of an encoding, as near as can be.

    Args:
        text: Safe text.
        encoding: A codec's name, as a stream gives it.
    """
    try:
        text.encode(encoding)
    except UnicodeEncodeError:
        return "".join(_fit(sign, encoding) for sign in text)
    return text


def letters_only(text: str, encoding: str) -> str:
    """The text with no sign from outside ASCII but letters that the encoding has.

    For fonts without typographic signs: quotation marks and dashes turn plain.

    Args:
        text: Safe text.
        encoding: A codec's name.
    """
    if text.isascii():
        return text
    return "".join(
        sign if sign.isalpha() and _has(encoding, sign) else _fit(sign, "ascii")
        for sign in text
    )


def is_plain_terminal(encoding: str, env: Mapping[str, str]) -> bool:
    """Whether a terminal is likely to show nothing but ASCII well.

    Args:
        encoding: Of the stream that is written to.
        env: Where the locale is named.
    """
    if not _is_utf8(encoding):
        return True
    named = env.get("LC_ALL") or env.get("LC_CTYPE") or env.get("LANG") or ""
    if env.get("LANG") in _NO_LOCALE and named.upper() in ("C.UTF-8", "C.UTF8"):
        named = env["LANG"]  # Python itself has put the other one there
    codec = named.partition("@")[0].partition(".")[2]
    return named in _NO_LOCALE or bool(codec and not _is_utf8(codec))


def _is_utf8(encoding: str) -> bool:
    try:
        return codecs.lookup(encoding).name == "utf-8"
    except LookupError:
        return False


def _fit(sign: str, encoding: str) -> str:
    for candidate in (sign, _stand_in(sign), _bare(sign)):
        if candidate and _has(encoding, candidate):
            return candidate
    return "" if unicodedata.combining(sign) else "?"


def _has(encoding: str, text: str) -> bool:
    try:
        text.encode(encoding)
    except UnicodeEncodeError:
        return False
    return True


def _stand_in(sign: str) -> str:
    small = _STAND_INS.get(sign.lower(), "")
    return _STAND_INS.get(sign) or (small.capitalize() if sign.isupper() else small)


def _bare(sign: str) -> str:
    """A letter without its accents."""
    parts = unicodedata.normalize("NFKD", sign)
    return "".join(part for part in parts if not unicodedata.combining(part))
