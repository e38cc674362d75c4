"""Cuts the bold Song face that travels with the package out of npm's Noto Serif SC; run when the set of characters changes.

    npm pack @expo-google-fonts/noto-serif-sc && tar xzf expo-google-fonts-noto-serif-sc-*.tgz
    pip install fonttools
    python -m tools.bold_face package/700Bold/NotoSerifSC_700Bold.ttf

The whole face is 15 MB. GB 2312, the standard characters beyond the basic plane and the rarer characters of names make 3 MB;
a character outside is printed in the regular face, which has every one.
"""
import sys
from pathlib import Path

from fontTools.subset import Options, Subsetter, load_font, save_font

OUT = Path(__file__).resolve().parent.parent / "lianfang/ground/documents/fonts/NotoSerifSC-Bold.ttf"
SIGNS = "·—…“”‘’、。，；：？！（）《》〈〉〔〕【】＊＋－％〓〇○–×"
OF_NAMES = (
    "㑇㑊㕮㘎㙍㙘㙦㛃㛚㛹㟃㠇㠓㤘㥄㧐㧑㧟㫰㬊㬎㬚㭎㭕㮾㰀㳇㳘㳚㴔㵐㶲㸆㸌㺄㻬㽏㿠䁖䂮䃅䃎䅟䌹䎃䎖䏝䏡䏲䐃䓖䓛䓨䓫䓬䗖䗛䗪䗴䜣䝙䢺䢼䣘䥽䦃䲟䲠䲢䶮"
    "堃喆翀昇囍煋淼焱犇骉嫚祎赟甯彧玥珺昉旻晟翟暐媖婳嫕嬿孋宬屾峣崑崧嵘嵩忞恺惪慜懿扆旸昀昕昳晅晞晢晧晳暠暻曈曌杺枘栋栩桉桢梽棣楙榕榳樾檠欻"
    "沄沚沺泓洺浛浠涢淏淳渼湉湜溍溦滢漩潆潓澍澔澧濛灏炅炘炜炤烔烜烨焯煊煜熠熹燊燚爔牧犨珅珈珏珩珮琀琇琎琤琬琰瑀瑄瑆瑗瑞瑨璆璈璟璠璐甡畈皓皞盺睿砚硕禔禛穑竑筠箬箫粲絪綝綦纾绂绮缦羿翊翙翥聿胤芃芊芮苒茉茜荃荇莙莛菁菡萱葳蓁蔓蕤"
    "蘅蘩虢袆裎褀襄觐訚訸诜谞谡豳賨贇赑赪跞轩辕迦逄郗郜郢鄯酆醴釆钊钰铖铱锜锟镒镕镛閟闳阆阗陞隺雯霂霁霈靓靖鞠韫韬頔顗颀颢飏馥骁骐骕骦髙鸢鹍麒麓麟黉黛鼐鼒龑"
)


def characters(font):
    """The code points kept."""
    pairs = (bytes([high, low]) for high in range(0xB0, 0xF8) for low in range(0xA1, 0xFF))
    standard = "".join(pair.decode("gb2312", "ignore") for pair in pairs)
    ascii_wide = [*range(0x20, 0x7F), *range(0xFF01, 0xFF5F)]
    return {*map(ord, standard + SIGNS + OF_NAMES), *ascii_wide, *(point for point in font.getBestCmap() if point > 0xFFFF)}


def main(source):
    """Write the cut face; the same source gives the same bytes."""
    options = Options(hinting=False, layout_features=["kern"])
    font = load_font(source, options, dontLoadGlyphNames=True)
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=characters(font))
    subsetter.subset(font)
    font.recalcTimestamp = False
    save_font(font, str(OUT), options)
    print(OUT.name, OUT.stat().st_size)


if __name__ == "__main__":
    main(sys.argv[1])
