package org.portevoix.paper;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TTFSubsetter;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSFloat;
import org.apache.pdfbox.cos.COSInteger;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;

/**
 * A face as a document carries it: only the glyphs that stand in it, which the text names by their number in the face
 * (ISO 32000-1, 9.7.4), since shaped letters have no character of their own.
 */
final class PrintedFont {

    /** What a PDF needs of a TrueType file (ISO 32000-1, 9.9). */
    private static final List<String> TABLES =
            List.of("head", "hhea", "loca", "maxp", "cvt ", "prep", "glyf", "hmtx", "fpgm");

    /** A glyph that says nothing by itself, since its neighbour says it: a space without width. */
    private static final String NOTHING = "\u200b";

    private final Typeface face;
    private final SortedMap<Integer, String> texts = new TreeMap<>();

    PrintedFont(Typeface face) {
        this.face = face;
    }

    void use(int glyph, String text) {
        texts.merge(glyph, text, (known, other) -> known.isEmpty() ? other : known);
    }

    /** As a resource of a page; to be called once all glyphs are known. */
    COSDictionary write(PDDocument document) throws IOException {
        try (TrueTypeFont file = new TTFParser().parse(new RandomAccessReadBuffer(face.bytes()))) {
            String name = "PORTEV+" + face.file();
            COSDictionary descendant = new COSDictionary();
            descendant.setItem(COSName.TYPE, COSName.FONT);
            descendant.setItem(COSName.SUBTYPE, COSName.CID_FONT_TYPE2);
            descendant.setName(COSName.BASE_FONT, name);
            descendant.setItem(COSName.CIDSYSTEMINFO, systemInfo());
            descendant.setItem(COSName.W, widths(file));
            subset(document, file, name, descendant);

            COSDictionary font = new COSDictionary();
            font.setItem(COSName.TYPE, COSName.FONT);
            font.setItem(COSName.SUBTYPE, COSName.TYPE0);
            font.setName(COSName.BASE_FONT, name);
            font.setItem(COSName.ENCODING, COSName.IDENTITY_H);
            COSArray descendants = new COSArray();
            descendants.add(descendant);
            font.setItem(COSName.DESCENDANT_FONTS, descendants);
            font.setItem(
                    COSName.TO_UNICODE,
                    stream(document, toUnicode(file.getUnicodeCmapLookup()).getBytes(StandardCharsets.US_ASCII)));
            return font;
        }
    }

    private void subset(PDDocument document, TrueTypeFont file, String name, COSDictionary descendant)
            throws IOException {
        TTFSubsetter subsetter = new TTFSubsetter(file, TABLES);
        subsetter.addGlyphIds(texts.keySet());
        ByteArrayOutputStream kept = new ByteArrayOutputStream();
        subsetter.writeToStream(kept);
        COSStream program = stream(document, kept.toByteArray());
        program.setInt(COSName.LENGTH1, kept.size());

        float unit = 1000f / file.getUnitsPerEm();
        COSDictionary descriptor = new COSDictionary();
        descriptor.setItem(COSName.TYPE, COSName.FONT_DESC);
        descriptor.setName(COSName.FONT_NAME, name);
        // Symbolic: its glyphs are no set of characters.
        descriptor.setInt(COSName.FLAGS, 4);
        COSArray box = new COSArray();
        for (float side : new float[] {
            file.getHeader().getXMin(),
            file.getHeader().getYMin(),
            file.getHeader().getXMax(),
            file.getHeader().getYMax()
        }) {
            box.add(new COSFloat(side * unit));
        }
        descriptor.setItem(COSName.FONT_BBOX, box);
        descriptor.setInt(COSName.ITALIC_ANGLE, 0);
        descriptor.setFloat(COSName.ASCENT, file.getHorizontalHeader().getAscender() * unit);
        descriptor.setFloat(COSName.DESCENT, file.getHorizontalHeader().getDescender() * unit);
        descriptor.setInt(COSName.CAP_HEIGHT, 714);
        descriptor.setInt(COSName.STEM_V, 80);
        descriptor.setItem(COSName.FONT_FILE2, program);
        descendant.setItem(COSName.FONT_DESC, descriptor);
        descendant.setItem(COSName.CID_TO_GID_MAP, stream(document, places(subsetter.getGIDMap())));
    }

    /** Where in the smaller file each glyph is now, two bytes each. */
    private byte[] places(Map<Integer, Integer> originals) {
        byte[] map = new byte[2 * (texts.lastKey() + 1)];
        originals.forEach((now, original) -> {
            if (2 * original < map.length) {
                map[2 * original] = (byte) (now >> 8);
                map[2 * original + 1] = (byte) now.intValue();
            }
        });
        return map;
    }

    private COSArray widths(TrueTypeFont file) throws IOException {
        COSArray widths = new COSArray();
        for (int glyph : texts.keySet()) {
            COSArray one = new COSArray();
            one.add(new COSFloat(file.getAdvanceWidth(glyph) * 1000f / file.getUnitsPerEm()));
            widths.add(COSInteger.get(glyph));
            widths.add(one);
        }
        return widths;
    }

    /** Which characters each glyph stands for (ISO 32000-1, 9.10.3). */
    private String toUnicode(CmapLookup characters) {
        List<String> lines = texts.entrySet().stream()
                .map(entry -> "<%04X> <%s>"
                        .formatted(
                                entry.getKey(),
                                HexFormat.of()
                                        .withUpperCase()
                                        .formatHex(text(entry.getKey(), entry.getValue(), characters)
                                                .getBytes(StandardCharsets.UTF_16BE))))
                .toList();
        StringBuilder blocks = new StringBuilder();
        for (int i = 0; i < lines.size(); i += 100) {
            List<String> block = lines.subList(i, Math.min(lines.size(), i + 100));
            blocks.append(
                    block.stream().collect(Collectors.joining("\n", block.size() + " beginbfchar\n", "\nendbfchar\n")));
        }
        return """
                /CIDInit /ProcSet findresource begin
                12 dict begin
                begincmap
                /CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
                /CMapName /Adobe-Identity-UCS def
                /CMapType 2 def
                1 begincodespacerange
                <0000> <FFFF>
                endcodespacerange
                %sendcmap
                CMapName currentdict /CMap defineresource pop
                end
                end
                """.formatted(blocks);
    }

    private static String text(int glyph, String used, CmapLookup characters) {
        List<Integer> own = characters.getCharCodes(glyph);
        if (own != null && !own.isEmpty()) {
            return Character.toString(own.getFirst());
        }
        return used.isEmpty() ? NOTHING : used;
    }

    private static COSDictionary systemInfo() {
        COSDictionary info = new COSDictionary();
        info.setString(COSName.REGISTRY, "Adobe");
        info.setString(COSName.ORDERING, "Identity");
        info.setInt(COSName.SUPPLEMENT, 0);
        return info;
    }

    private static COSStream stream(PDDocument document, byte[] bytes) throws IOException {
        COSStream stream = Objects.requireNonNull(document.getDocument()).createCOSStream();
        try (var out = stream.createOutputStream(COSName.FLATE_DECODE)) {
            out.write(bytes);
        }
        return stream;
    }
}
