"""
Languages that are taken for a neighbour: told by words that only they have.

The statistical model knows 140 languages, and the lists of small words the larger ones: a text in
another is taken for the one most like it, Asturian for Spanish. The words
are ones that the other language has not.
"""

# ruff: noqa: RUF001 - words are spelled with the letters of their language
from __future__ import annotations

import re
from collections import Counter
from typing import Final

from workers.normalise.languages.quotations import without_quotations
from workers.normalise.languages.words import MARKS

_OWN: Final = """
ast < es ext an:
    ye nun pa tien toa toes toos tou tolos toles tola tol munchu muncho dende yá col cola
    coles polos poles nel nes ensin entá esti esi nengún nenguna derechu otru puen foi fai
    ente tamién llibertá les so comu escontra mesmo estáu naide persones dixo facer
an < es gl ext oc ast:
    d'o d'a d'os d'as n'o n'a ta yera bi cualsequier cualsequiera toz totz chent fer feba
    estió encara puet dica dimpués chunto atros atras os as ye
oc < it gcf lij ht fr gcr wa es an pt gl:
    dins lor aquel aquela aquò aquesta aqueste tanben dempuèi fòrça coma totas pels jos
    nòstre nòstra òm d'un drech dreit personas amb sens deu pòt qu'es los las lo pas dau dei
co < it lij gl hr:
    hè cù hà sò ùn micca ghjè ghjente tuttu cum'è ogn'omu chì ancu inde nant'à in'u ghjornu
    so à par pò modu nimu fà contru anu dirittu pà
fur < lij it vec oc pap:
    lis ancje ducj dutis jessi cence dome plui nol àn cul sôs sô podê une cun dal je des à
    pò cheste cuintri nissun om libertât tal
sc < gl lij ext it la es vec pt oc an:
    sos sas onzi issu issos pro cun totu unu chene òmine tenet deretu ant fàghere est sunt
    subra
rm < oc it lij an ca vec:
    ina ils mintga quai betg cun tut dretg persuna èn vegn vegnir sco tras dals en las na
    cunter nagin dastga uman lur quest
nds < lb nl af de:
    un nich sik sünd hett hebbt ok sien dör ehr sünner för to
gsw < lb de lij nl:
    isch nid nöd het hend vo uf uff gsi gsii au nume öpper s'isch ond ned mr sini fer vùn ùn
hsb < pl sl hr cs:
    kóždy abo njeje tež wšitke kotryž kotraž kotrež přez njesmě swoje zo wot maja jich
    dokelž wo hač dyrbi swoju swojeho nichtó tute kaž
kl < om et fi:
    aamma aammalu imaluunniit kinaluunniit tamarmik inuit qanoq nammineq taamaallaat
fo < da is:
    tað við ikki hevur sum fyri hvør ella teimum eisini øll sær tey millum verða
fy < nl en af:
    fan yn foar wêze wurdt dêr hja syn oan mei rjocht en't it hat troch
br < gl pt fr:
    ha ket ar gant eus hag pep zo dezhañ evit war dre hep ent
no < da:
    av seg ble nå sier etter noe mye gjøre flere opp penger mot fram regjeringen
nn < no nb da:
    ikkje eit frå dei eg vere kvar sjølv meir òg kva korleis noko nokon berre gjer vart ho
    same eigne korkje nokre mykje skule saman seier då utan einskild einskilde fridom
ms < id:
    bahawa kerana sahaja ialah kerajaan polis hendaklah mana-mana manakala semalam selepas
    cuma tiada wang berkenaan beliau sebarang sesiapa apa-apa antarabangsa jua iaitu boleh
    daripada kepadanya peratus syarikat kesihatan pejabat doktor mahkamah jenayah percuma
    kanak-kanak perlembagaan pilihanraya negeri seramai menerusi berbanding bagaimanapun
    sekiranya supaya samada bahawasanya timbalan pengerusi jabatan universiti jurulatih
    perlawanan kewangan maklumat perkhidmatan lapan tempoh kebangsaan lebuh bekas tahanan
    jantina ugama kesalahan suatu perisytiharan termaktub isnin khamis jumaat ahad ogos
    disember berhubung segala jagaan lelaki
id < ms:
    karena bahwa bisa uang polisi persen perusahaan kesehatan kantor dokter mobil rumah
    provinsi pribadi pribadinya kewajiban kesempatan atas dapat bentuk apapun perbudakan
    pemerintah senin kamis jumat minggu maret agustus saat hingga wakil ujar ucap terkait
    usai warga kota wisata yakni yaitu delapan internasional universitas pengadilan sekolah
    anggaran dari serta leluasa
sr < hr bs:
    pre posle gde uvek vreme mesto mestu svet svetu deo reč reči ovde šta takođe juče
    predsednik predsednika saopštio saopšteno čoveka niko hteo deca lepo mleko leto vredi
    celom sme evra hiljade opština
ceb < tl bcl:
    ug nga dili adunay kini usa iyang ngadto gikan matag ngalan niini kay bisan unsang walay
    kinsa
hil < tl bcl:
    kag sang indi gid amo ini sini nga tanan iya
war < tl bcl:
    ngan han hin an diri hiya usa hini nga iya
ilo < tl bcl jv:
    ti iti dagiti ken ket maysa kadagiti nga tunggal
su < jv id:
    jeung nu teu henteu anu saban boga éta ieu ngabogaan sarua atawa jalma
ban < jv id:
    sane ring nenten miwah punika tur wiadin saking sajeroning puniki dados musti
min < id ms jv:
    nan jo indak untuak urang kapado sado dek surang
tpi < tl bcl jv pcm:
    long bilong ol olgeta igat yumi narapela samting dispela wok meri stap nogat em
tn < nso st it:
    jwa botlhe tsotlhe gagwe nngwe tshwanelo mongwe jaaka kgotsa nna fa kwa jalo ope ntse
    tswa
ss < zu xh:
    nobe kutsi wonkhe leti lokutsi bantfu umuntfu letsi kuze futsi muntfu bonkhe kute lowo
    kantsi
rn < rw:
    canke ivyo vyose vyiwe ico ari zina izo ata hari n'umwe ivyiyumviro arashobora
kea < pap pt lij gl:
    tudu tudo qui ka ki ses sês direitu nu pesoa txeu dja kel ês pâ stâ kuza manera
tk < tr az:
    we bilen üçin ýa-da bolan bolup ýa öz kim
crh < tr az:
    içün er em olğan onıñ yahut kes
ha < hr:
    ko kuma wani kowa cikin ba wannan haka ya
ig < sw:
    na nke ndị bụ nwere onye ihe ya ka ọ nile dị maka bụla
ln < sw hr:
    na ya te oyo azali moto bato nyonso to ndenge moko ezali po yango
wo < fuv gcf so om ht sl:
    ci ak am na ñu mu ne ku yi nit lu mën lépp bi
haw < st sq fuv ltg nso:
    nā ua kona ma noa kānaka he
mi < ki hr sn fuv sq sw st:
    ngā nga tangata kia mō ki ka he o te
sm < st ro nso fuv lij vec ext oc et it:
    le lona uma tagata ona lea ma
to < fuv st:
    e he ke mo ki pea ngaahi kotoa ʻoku ‘oku ʻa ‘a
fj < sn sw sl fuv ln sq bs ha st tl:
    na ni me kei ena kina nona ga sa mai tiko
tet < gl eu ext et jv oc st ha pt:
    iha nia ema ho hotu ba atu tuir ida mos sira husi liu
pcm < en:
    dem wey dey wetin di dis na dat don say im go fit
"""
"""Language < what it is taken for: its words. A small word of both tells nothing there."""
_ENTRY: Final = re.compile(r"^(\w+) < ([\w ]+):\n((?: {4}.*\n)+)", re.MULTILINE)


def _by_base() -> dict[str, list[tuple[str, frozenset[str]]]]:
    """Return for each language those that are taken for it, with their words."""
    found: dict[str, list[tuple[str, frozenset[str]]]] = {}
    for language, bases, words in _ENTRY.findall(_OWN):
        for base in bases.split():
            own = frozenset(word for word in words.split() if base not in MARKS.get(word, ()))
            found.setdefault(base, []).append((language, own))
    return found


_NEIGHBOURS: Final = _by_base()
_ANY_WORD: Final = {
    base: frozenset[str]().union(*(own for _, own in several))
    for base, several in _NEIGHBOURS.items()
}
"""The words of all that are taken for a language."""
_OPENING: Final = re.compile(r"(?:^|[.!?:…]\s)\W{0,4}+\w", re.MULTILINE)
"""The first letter of a sentence."""
_EDGES: Final = ".,;:!?()[]\"'“”„«»–—…"
_PARTED: Final = dict.fromkeys(map(ord, _EDGES.replace("'", "")), " ")
"""What parts words, whatever stands on its other side; an apostrophe may be inside one."""
_PLAIN: Final = bytes(
    ord(" ") if code in _PARTED else ord(chr(code).lower()) if code < 0x80 else code  # noqa: PLR2004
    for code in range(256)
)
"""The same of ASCII, and its letters small: bytes are changed in a third of the time."""
_FEWEST: Final = 3
"""Different words of a neighbour; fewer are a quotation's or a name's."""
_SHARE: Final = 12
"""One word of so many is a neighbour's own, at least, in a text that is in it."""
_MOST: Final = 3
"""How often a word counts."""


def nearest(found: str, sample: str) -> str:
    """Return the neighbour of a language that a text is in, or that language itself."""
    neighbours = _NEIGHBOURS.get(found)
    if neighbours is None:
        return found
    maybe = _maybe_said(_ANY_WORD[found], sample)
    possible = [each for each in neighbours if len(each[1] & maybe) >= _FEWEST]
    if not possible:
        return found
    # with capitals inside a sentence they are names: `Go`, `Di`, `Ok`
    own_words = _OPENING.sub(lambda found: found[0].lower(), without_quotations(sample))
    tokens = [token.strip(_EDGES) for token in own_words.split()]
    counts = Counter(tokens)
    best, most = found, 0
    for language, own in possible:
        different = own.intersection(counts)
        if len(different) < _FEWEST:
            continue
        counted = sum(min(counts[word], _MOST) for word in different)
        if counted > most and counted * _SHARE >= len(tokens):
            best, most = language, counted
    return best


def _maybe_said(words: frozenset[str], sample: str) -> frozenset[str]:
    """Return which of some words a text says, in names and quoted too: in a fifth of the time."""
    if not sample.isascii():
        tokens = without_quotations(sample).lower().split()
        return words.intersection(token.strip(_EDGES) for token in tokens)
    said = sample.encode("ascii").translate(_PLAIN).decode("ascii").split()
    if "'" in sample:
        said += [word.strip("'") for word in said if "'" in word]
    return words.intersection(said)
