package org.portevoix.poster;

import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.awt.geom.PathIterator;
import java.awt.geom.RoundRectangle2D;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSInteger;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDMetadata;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.common.PDStream;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDMarkInfo;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDObjectReference;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureTreeRoot;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionURI;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationLink;
import org.apache.pdfbox.pdmodel.interactive.viewerpreferences.PDViewerPreferences;

/**
 * One page on paper, as a PDF that a screen reader reads too (PDF/UA-1, ISO 14289-1): each text and picture is told in its
 * order and its language, ornaments are told apart. Lengths in points, y from the top.
 */
final class Sheet {

    private static final float INSET = 10;

    private final PDDocument document = new PDDocument();
    private final PDPage page;
    private final float height;
    private final StringBuilder drawing = new StringBuilder(16_384);
    private final Map<Typeface, PrintedFont> fonts = new EnumMap<>(Typeface.class);
    private final PDStructureTreeRoot root = new PDStructureTreeRoot();
    private final PDStructureElement whole = new PDStructureElement("Document", root);
    private final COSArray marked = new COSArray();
    private final COSArray parents = new COSArray();

    Sheet(Paper paper, String language) {
        height = paper.height();
        page = new PDPage(new PDRectangle(paper.width(), paper.height()));
        document.addPage(page);
        root.appendKid(whole);
        whole.setLanguage(language);
        parents.add(COSInteger.ZERO);
        parents.add(marked);
    }

    /** What is said of these words is a paragraph, a heading ("P", "H1"): the lines that {@code draw} draws. */
    void say(String role, String language, Runnable draw) {
        PDStructureElement element = element(role, whole);
        element.setLanguage(language);
        content(element, draw);
    }

    /** A picture, with what it says to who does not see it; touched on a screen it leads to the address. */
    void link(String alternative, String address, float left, float top, float side, Runnable draw) {
        try {
            PDStructureElement link = element("Link", whole);
            PDStructureElement figure = element("Figure", link);
            figure.setAlternateDescription(alternative);
            COSDictionary layout = new COSDictionary();
            layout.setName(COSName.O, "Layout");
            layout.setItem(COSName.BBOX, rectangle(left, top, side).getCOSArray());
            figure.getCOSObject().setItem(COSName.A, layout);
            content(figure, draw);

            PDActionURI action = new PDActionURI();
            action.setURI(address);
            PDAnnotationLink annotation = new PDAnnotationLink();
            annotation.setAction(action);
            annotation.setRectangle(rectangle(left, top, side));
            annotation.setContents(alternative);
            annotation.setPrinted(true);
            annotation.getCOSObject().setItem(COSName.BORDER, noBorder());
            annotation.setStructParent(1);
            annotation.setPage(page);
            page.getAnnotations().add(annotation);
            PDObjectReference reference = new PDObjectReference();
            reference.setReferencedObject(annotation);
            reference.getCOSObject().setItem(COSName.PG, page.getCOSObject());
            link.appendKid(reference);
            parents.add(COSInteger.get(1));
            parents.add(link.getCOSObject());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What is there for the eye alone. */
    void ornament(Runnable draw) {
        drawing.append("/Artifact BMC\n");
        draw.run();
        drawing.append("EMC\n");
    }

    /** @param left where the line begins on the left, whatever its direction */
    void text(Line line, float left, float foot, float size, Ink ink) {
        drawing.append("/Span <</ActualText <FEFF")
                .append(HexFormat.of().withUpperCase().formatHex(line.text().getBytes(StandardCharsets.UTF_16BE)))
                .append(">>> BDC\nBT ");
        fill(ink);
        for (Line.Run run : line.runs()) {
            PrintedFont font = fonts.computeIfAbsent(run.face(), PrintedFont::new);
            drawing.append('/')
                    .append(run.face().name())
                    .append(' ')
                    .append(number(size))
                    .append(" Tf ");
            if (run.face().isThickened()) {
                stroke(ink);
                drawing.append("2 Tr ").append(number(size * .028f)).append(" w ");
            } else {
                drawing.append("0 Tr ");
            }
            for (int i = 0; i < run.glyphs().length; i++) {
                font.use(run.glyphs()[i], run.texts()[i]);
                drawing.append("1 0 0 1 ")
                        .append(number(left + run.x()[i] * size / Typeface.UNIT))
                        .append(' ')
                        .append(number(height - foot + run.y()[i] * size / Typeface.UNIT))
                        .append(" Tm <")
                        .append("%04X".formatted(run.glyphs()[i]))
                        .append("> Tj\n");
            }
        }
        drawing.append("ET\nEMC\n");
    }

    void box(float left, float top, float width, float tall, float radius, Ink ink) {
        shape(new Path2D.Float(new RoundRectangle2D.Float(0, 0, width, tall, 2 * radius, 2 * radius)), left, top, ink);
    }

    /** @param path its y downwards */
    void shape(Path2D path, float left, float top, Ink ink) {
        fill(ink);
        AffineTransform place = new AffineTransform(1, 0, 0, -1, left, height - top);
        float[] points = new float[6];
        float[] at = new float[2];
        for (PathIterator steps = path.getPathIterator(place); !steps.isDone(); steps.next()) {
            switch (steps.currentSegment(points)) {
                case PathIterator.SEG_MOVETO -> points(points, 2, "m");
                case PathIterator.SEG_LINETO -> points(points, 2, "l");
                case PathIterator.SEG_QUADTO -> {
                    points(
                            new float[] {
                                at[0] + (points[0] - at[0]) * 2 / 3,
                                at[1] + (points[1] - at[1]) * 2 / 3,
                                points[2] + (points[0] - points[2]) * 2 / 3,
                                points[3] + (points[1] - points[3]) * 2 / 3,
                                points[2],
                                points[3]
                            },
                            6,
                            "c");
                    points[0] = points[2];
                    points[1] = points[3];
                }
                case PathIterator.SEG_CUBICTO -> {
                    points(points, 6, "c");
                    points[0] = points[4];
                    points[1] = points[5];
                }
                default -> drawing.append("h\n");
            }
            at[0] = points[0];
            at[1] = points[1];
        }
        drawing.append(path.getWindingRule() == Path2D.WIND_EVEN_ODD ? "f*\n" : "f\n");
    }

    /** The finished document; the sheet can't be used after. */
    byte[] finish(String title, String language) {
        try (document) {
            PDStream content = new PDStream(document);
            try (var out = content.createOutputStream(COSName.FLATE_DECODE)) {
                out.write(drawing.toString().getBytes(StandardCharsets.US_ASCII));
            }
            page.setContents(content);
            page.setResources(resources());
            page.getCOSObject().setInt(COSName.STRUCT_PARENTS, 0);
            page.getCOSObject().setName(COSName.getPDFName("Tabs"), "S");
            describe(title, language);
            // The same words make the same bytes.
            document.setDocumentId(0L);
            ByteArrayOutputStream bytes = new ByteArrayOutputStream(65_536);
            document.save(bytes);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private PDResources resources() throws IOException {
        COSDictionary all = new COSDictionary();
        for (Map.Entry<Typeface, PrintedFont> font : fonts.entrySet()) {
            all.setItem(
                    COSName.getPDFName(font.getKey().name()), font.getValue().write(document));
        }
        COSDictionary resources = new COSDictionary();
        resources.setItem(COSName.FONT, all);
        return new PDResources(resources);
    }

    private void describe(String title, String language) throws IOException {
        COSDictionary tree = new COSDictionary();
        tree.setItem(COSName.NUMS, parents);
        root.getCOSObject().setItem(COSName.PARENT_TREE, tree);
        root.setParentTreeNextKey(2);
        var catalog = document.getDocumentCatalog();
        catalog.setStructureTreeRoot(root);
        PDMarkInfo mark = new PDMarkInfo();
        mark.setMarked(true);
        catalog.setMarkInfo(mark);
        catalog.setLanguage(language);
        PDViewerPreferences preferences = new PDViewerPreferences(new COSDictionary());
        preferences.setDisplayDocTitle(true);
        catalog.setViewerPreferences(preferences);
        PDDocumentInformation information = new PDDocumentInformation();
        information.setTitle(title);
        document.setDocumentInformation(information);
        PDMetadata metadata = new PDMetadata(document);
        metadata.importXMPMetadata(xmp(title).getBytes(StandardCharsets.UTF_8));
        catalog.setMetadata(metadata);
    }

    /** ISO 14289-1, 5 and 7.1: the document says its title, and that it keeps to PDF/UA-1. */
    private static String xmp(String title) {
        String escaped = title.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
        return """
                <?xpacket begin="\uFEFF" id="W5M0MpCehiHzreSzNTczkc9d"?>
                <x:xmpmeta xmlns:x="adobe:ns:meta/">
                <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
                <rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/">
                <dc:title><rdf:Alt><rdf:li xml:lang="x-default">%s</rdf:li></rdf:Alt></dc:title>
                </rdf:Description>
                <rdf:Description rdf:about="" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
                <pdfuaid:part>1</pdfuaid:part>
                </rdf:Description>
                </rdf:RDF>
                </x:xmpmeta>
                <?xpacket end="r"?>""".formatted(escaped);
    }

    private PDStructureElement element(String role, PDStructureElement parent) {
        PDStructureElement element = new PDStructureElement(role, parent);
        element.setPage(page);
        parent.appendKid(element);
        return element;
    }

    private void content(PDStructureElement element, Runnable draw) {
        int id = marked.size();
        marked.add(element.getCOSObject());
        element.getCOSObject().setInt(COSName.K, id);
        drawing.append('/')
                .append(element.getStructureType())
                .append(" <</MCID ")
                .append(id)
                .append(">> BDC\n");
        draw.run();
        drawing.append("EMC\n");
    }

    private PDRectangle rectangle(float left, float top, float side) {
        return new PDRectangle(left - INSET / 2, height - top - side - INSET / 2, side + INSET, side + INSET);
    }

    private static COSArray noBorder() {
        COSArray border = new COSArray();
        List.of(0, 0, 0).forEach(width -> border.add(COSInteger.get(width)));
        return border;
    }

    private void fill(Ink ink) {
        drawing.append(ink.components()).append(" rg\n");
    }

    private void stroke(Ink ink) {
        drawing.append(ink.components()).append(" RG ");
    }

    private void points(float[] points, int count, String operator) {
        for (int i = 0; i < count; i++) {
            drawing.append(number(points[i])).append(' ');
        }
        drawing.append(operator).append('\n');
    }

    private static String number(float number) {
        return String.format(Locale.ROOT, "%.2f", number);
    }

    /** The few colours, which differ in grey too. */
    enum Ink {
        BLACK("0 0 0"),
        WHITE("1 1 1"),
        /** The site's accent: almost black where a printer has no colours. */
        DEEP(".039 .353 .341"),
        SUN("1 .788 .302"),
        SOFT(".35 .31 .27"),
        LINE(".75 .72 .68");

        private final String components;

        Ink(String components) {
            this.components = components;
        }

        String components() {
            return components;
        }
    }
}
