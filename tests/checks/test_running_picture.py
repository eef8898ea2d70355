"""A picture in SVG shows something, and does nothing else."""

import datetime

import pytest

from policywright import linking, source
from policywright.checks.check import Circumstances
from policywright.checks.running_picture import RunningPicture

TODAY = Circumstances(datetime.date(2026, 11, 21))
SVG = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:x="http://www.w3.org/1999/xlink">{}</svg>'


def found(content: bytes, minimal_files: dict[str, bytes]) -> list[str]:
    handbook, _ = source.read(minimal_files | {"policies/crest.svg": content})
    return [one.message for one in RunningPicture.run(linking.link(handbook), TODAY)]


RUNNING = {
    "a program": "<script>canary()</script>",
    "what runs when it is loaded": '<g onload="canary()"/>',
    "a link to a program": '<a href="javascript:canary()"><text>words</text></a>',
    "such a link of old": '<a x:href=" JaVaScRiPt:canary()"><text>words</text></a>',
    "one that becomes a program": '<a><animate attributeName="href" values="javascript:canary()"/></a>',
    "one that is set": '<a><set attributeName="href" to="javascript:canary()"/></a>',
    "HTML": '<foreignObject><body xmlns="http://www.w3.org/1999/xhtml"/></foreignObject>',
    "HTML among what is noted": '<metadata><h:iframe xmlns:h="http://www.w3.org/1999/xhtml"/></metadata>',
    "a picture from elsewhere": '<image href="https://canary.invalid/a.png"/>',
    "a picture of its kind": '<image href="data:image/svg+xml,&lt;svg/>"/>',
    "a part from elsewhere": '<use x:href="//canary.invalid/a.svg#a"/>',
    "another ground": '<g xml:base="https://canary.invalid/"><use href="#a"/></g>',
    "a style from elsewhere": "<style>@im<!-- -->p&#111;rt 'https://canary.invalid/a.css'</style>",
    "a colour from elsewhere": '<path fill="url( https://canary.invalid/a.svg#a)"/>',
    "hidden letters": "<style>@\\69mport 'https://canary.invalid/a.css'</style>",
    "another program of the same name": '<y:script xmlns:y="http://www.w3.org/2000/svg">canary()</y:script>',
    "what is no XML": "<g>",
}


@pytest.mark.parametrize("drawing", RUNNING.values(), ids=RUNNING)
def test_a_picture_that_does_something_is_refused(drawing: str, minimal_files: dict[str, bytes]) -> None:
    assert len(found(SVG.format(drawing).encode(), minimal_files)) == 1


WHOLE = {
    "an entity": '<!DOCTYPE svg [<!ENTITY a SYSTEM "file:///etc/passwd">]><svg xmlns="http://www.w3.org/2000/svg">&a;</svg>',
    "a style sheet": f'<?xml-stylesheet href="https://canary.invalid/a.css"?>{SVG.format("")}',
    "nothing": "",
}


@pytest.mark.parametrize("whole", WHOLE.values(), ids=WHOLE)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_what_stands_around_it_is_refused_too(whole: str, encoding: str, minimal_files: dict[str, bytes]) -> None:
    assert len(found(whole.encode(encoding), minimal_files)) == 1


SOUND = (
    '<title>A crest</title><defs><linearGradient id="a"><stop offset="1"/></linearGradient></defs>'
    '<style>path { fill: url(#a) }</style><path style="stroke: url(&quot;#a&quot;)" d="M0 0h9v9z"/>'
    '<use href="#b"/><image x:href="data:image/png;base64,iVBORw0KGgo="/><text>on, once</text>'
    '<metadata><i:note xmlns:i="http://www.inkscape.org/"/></metadata>'
)


def test_a_picture_that_shows_something_is_sound(minimal_files: dict[str, bytes]) -> None:
    assert found(SVG.format(SOUND).encode(), minimal_files) == []
