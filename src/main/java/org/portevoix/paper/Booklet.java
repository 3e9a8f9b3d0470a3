package org.portevoix.paper;

import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.awt.geom.PathIterator;
import java.awt.geom.RoundRectangle2D;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.IntConsumer;
import java.util.regex.Pattern;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
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
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.destination.PDPageXYZDestination;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDDocumentOutline;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineItem;
import org.apache.pdfbox.pdmodel.interactive.viewerpreferences.PDViewerPreferences;
import org.jspecify.annotations.Nullable;

/**
 * Pages on paper, as a PDF that a screen reader reads too (PDF/UA-1, ISO 14289-1): each text and picture is told in its
 * order and its language, ornaments are told apart. Lengths in points, y from the top.
 */
public final class Booklet {

    private static final float INSET = 10;
    /** Characters that XML 1.0 (2.2) does not allow. */
    private static final Pattern NOT_XML =
            Pattern.compile("[^\\t\\n\\r\\x20-\\uD7FF\\uE000-\\uFFFD\\x{10000}-\\x{10FFFF}]");

    private static final HexFormat HEX = HexFormat.of().withUpperCase();

    private final PDDocument document = new PDDocument();
    private final float width;
    private final float height;
    private final String language;
    private final Map<Typeface, PrintedFont> fonts = new EnumMap<>(Typeface.class);
    private final PDStructureTreeRoot root = new PDStructureTreeRoot();
    private final Deque<PDStructureElement> open = new ArrayDeque<>();
    private final List<Leaf> leaves = new ArrayList<>();
    private final List<COSBase> links = new ArrayList<>();
    private final PDDocumentOutline outline = new PDDocumentOutline();
    private @Nullable PDOutlineItem chapter;
    private Leaf leaf;
    private StringBuilder drawing = new StringBuilder(16_384);

    /** With one page, on which it draws. */
    public Booklet(float width, float height, String language) {
        this.width = width;
        this.height = height;
        this.language = language;
        PDStructureElement whole = new PDStructureElement("Document", root);
        root.appendKid(whole);
        whole.setLanguage(language);
        open.push(whole);
        this.leaf = addLeaf();
    }

    /** Goes on with a new page. */
    public void turn() {
        close(leaf);
        leaf = addLeaf();
    }

    /** How many pages there are. */
    public int pages() {
        return leaves.size();
    }

    /** What {@code draw} says are parts of one whole: a list, a table, a row of it. */
    public void within(String role, Runnable draw) {
        PDStructureElement element = element(role);
        open.push(element);
        draw.run();
        open.pop();
    }

    /** What is said of these words is a paragraph, a heading ("P", "H1"): the lines that {@code draw} draws. */
    public void say(String role, String spoken, Runnable draw) {
        Part part = part(role, spoken);
        go(part, draw);
    }

    /** A paragraph, a heading, a cell, that may go on over several pages. */
    public Part part(String role, String spoken) {
        PDStructureElement element = element(role);
        if (!spoken.equals(language) || open.size() == 1) {
            element.setLanguage(spoken);
        }
        return new Part(element);
    }

    /** A cell that heads a "Column" or a "Row". */
    public Part head(String scope, String spoken) {
        Part part = part("TH", spoken);
        COSDictionary table = new COSDictionary();
        table.setName(COSName.O, "Table");
        table.setName(COSName.getPDFName("Scope"), scope);
        part.element.getCOSObject().setItem(COSName.A, table);
        return part;
    }

    /** Draws what the part says on this page. */
    public void go(Part part, Runnable draw) {
        COSDictionary element = part.element.getCOSObject();
        int id = leaf.marked.size();
        leaf.marked.add(element);
        COSBase known = element.getDictionaryObject(COSName.K);
        if (known == null) {
            part.element.setPage(leaf.page);
            element.setInt(COSName.K, id);
        } else {
            COSArray all = known instanceof COSArray several ? several : new COSArray(List.of(known));
            COSDictionary further = new COSDictionary();
            further.setItem(COSName.TYPE, COSName.getPDFName("MCR"));
            further.setItem(COSName.PG, leaf.page.getCOSObject());
            further.setInt(COSName.MCID, id);
            all.add(further);
            element.setItem(COSName.K, all);
        }
        drawing.append('/')
                .append(part.element.getStructureType())
                .append(" <</MCID ")
                .append(id)
                .append(">> BDC\n");
        draw.run();
        drawing.append("EMC\n");
    }

    /** A drawing, with what it says to who does not see it. */
    public void figure(String alternative, float left, float top, float wide, float tall, Runnable draw) {
        Part part = part("Figure", language);
        describe(part.element, alternative, new PDRectangle(left, height - top - tall, wide, tall));
        go(part, draw);
    }

    /** A picture, with what it says to who does not see it; touched on a screen it leads to the address. */
    public void link(String alternative, String address, float left, float top, float side, Runnable draw) {
        try {
            PDStructureElement link = element("Link");
            link.setPage(leaf.page);
            PDStructureElement figure = new PDStructureElement("Figure", link);
            link.appendKid(figure);
            PDRectangle box = rectangle(left, top, side);
            describe(figure, alternative, box);
            go(new Part(figure), draw);

            PDActionURI action = new PDActionURI();
            action.setURI(address);
            PDAnnotationLink annotation = new PDAnnotationLink();
            annotation.setAction(action);
            annotation.setRectangle(box);
            annotation.setContents(alternative);
            annotation.setPrinted(true);
            annotation.getCOSObject().setItem(COSName.BORDER, noBorder());
            annotation.setPage(leaf.page);
            leaf.page.getAnnotations().add(annotation);
            leaf.annotations.add(annotation);
            PDObjectReference reference = new PDObjectReference();
            reference.setReferencedObject(annotation);
            reference.getCOSObject().setItem(COSName.PG, leaf.page.getCOSObject());
            link.appendKid(reference);
            links.add(link.getCOSObject());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What is there for the eye alone. */
    public void ornament(Runnable draw) {
        drawing.append("/Artifact BMC\n");
        draw.run();
        drawing.append("EMC\n");
    }

    /** An entry of the contents that a reader opens beside the pages: of level 1, or 2 under the last one of level 1. */
    public void bookmark(int level, String title, float top) {
        PDPageXYZDestination place = new PDPageXYZDestination();
        place.setPage(leaf.page);
        place.setTop(Math.round(height - top));
        PDOutlineItem item = new PDOutlineItem();
        item.setTitle(title);
        item.setDestination(place);
        PDOutlineItem above = chapter;
        if (level == 1 || above == null) {
            outline.addLast(item);
            chapter = item;
        } else {
            above.addLast(item);
        }
    }

    /** @param left where the line begins on the left, whatever its direction */
    public void text(Line line, float left, float foot, float size, Ink ink) {
        drawing.append("/Span <</ActualText <FEFF")
                .append(HEX.formatHex(line.text().getBytes(StandardCharsets.UTF_16BE)))
                .append(">>> BDC\nBT ");
        fill(ink);
        for (Line.Run run : line.runs()) {
            PrintedFont font = fonts.computeIfAbsent(run.face(), PrintedFont::new);
            drawing.append('/').append(run.face().name()).append(' ');
            number(size).append(" Tf ");
            if (run.face().isThickened()) {
                stroke(ink);
                drawing.append("2 Tr ");
                number(size * .028f).append(" w ");
            } else {
                drawing.append("0 Tr ");
            }
            for (int i = 0; i < run.glyphs().length; i++) {
                font.use(run.glyphs()[i], run.texts()[i]);
                drawing.append("1 0 0 1 ");
                number(left + run.x()[i] * size / Typeface.UNIT).append(' ');
                number(height - foot + run.y()[i] * size / Typeface.UNIT).append(" Tm <");
                HEX.toHexDigits(drawing, (byte) (run.glyphs()[i] >> 8));
                HEX.toHexDigits(drawing, (byte) run.glyphs()[i]);
                drawing.append("> Tj\n");
            }
        }
        drawing.append("ET\nEMC\n");
    }

    public void box(float left, float top, float width, float tall, float radius, Ink ink) {
        shape(new Path2D.Float(new RoundRectangle2D.Float(0, 0, width, tall, 2 * radius, 2 * radius)), left, top, ink);
    }

    /** @param path its y downwards */
    public void shape(Path2D path, float left, float top, Ink ink) {
        fill(ink);
        trace(path, left, top);
        drawing.append(path.getWindingRule() == Path2D.WIND_EVEN_ODD ? "f*\n" : "f\n");
    }

    /** The outline of a path alone. {@code dash}: the length of its dashes; 0 for a whole line. */
    public void outline(Path2D path, float left, float top, float thick, float dash, Ink ink) {
        drawing.append("q ");
        stroke(ink);
        number(thick).append(" w ");
        if (dash > 0) {
            drawing.append('[');
            number(dash).append("] 0 d ");
        }
        drawing.append('\n');
        trace(path, left, top);
        drawing.append("S Q\n");
    }

    /** Slanted lines inside a box, for who sees no colours. */
    public void hatch(float left, float top, float wide, float tall, float step, Ink ink) {
        drawing.append("q ");
        number(left).append(' ');
        number(height - top - tall).append(' ');
        number(wide).append(' ');
        number(tall).append(" re W n\n");
        Path2D lines = new Path2D.Float();
        for (float from = -tall; from < wide; from += step) {
            lines.moveTo(from, tall);
            lines.lineTo(from + tall, 0);
        }
        outline(lines, left, top, .6f, 0, ink);
        drawing.append("Q\n");
    }

    private void trace(Path2D path, float left, float top) {
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
    }

    /** The finished document; the booklet can't be used after. */
    public byte[] finish(String title) {
        return finish(title, page -> {});
    }

    /** {@code margin} draws, on each page by its number, what is there for the eye alone: its number. */
    public byte[] finish(String title, IntConsumer margin) {
        try (document) {
            close(leaf);
            for (int i = 0; i < leaves.size(); i++) {
                leaf = leaves.get(i);
                int number = i + 1;
                ornament(() -> margin.accept(number));
                close(leaf);
            }
            PDResources resources = resources();
            COSArray parents = new COSArray();
            for (int i = 0; i < leaves.size(); i++) {
                Leaf one = leaves.get(i);
                one.page.setResources(resources);
                one.page.getCOSObject().setInt(COSName.STRUCT_PARENTS, i);
                one.page.getCOSObject().setName(COSName.getPDFName("Tabs"), "S");
                parents.add(COSInteger.get(i));
                parents.add(one.marked);
            }
            int next = leaves.size();
            for (Leaf one : leaves) {
                for (PDAnnotationLink annotation : one.annotations) {
                    annotation.setStructParent(next);
                    parents.add(COSInteger.get(next));
                    parents.add(links.get(next - leaves.size()));
                    next++;
                }
            }
            describe(title, parents, next);
            // The same words make the same bytes.
            document.setDocumentId(0L);
            ByteArrayOutputStream bytes = new ByteArrayOutputStream(65_536);
            document.save(bytes);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Leaf addLeaf() {
        Leaf added = new Leaf(
                new PDPage(new PDRectangle(width, height)), new COSArray(), new ArrayList<>(), new ArrayList<>());
        document.addPage(added.page);
        leaves.add(added);
        return added;
    }

    /** Puts what was drawn into the page, small. */
    private void close(Leaf done) {
        try {
            PDStream content = new PDStream(document);
            try (var out = content.createOutputStream(COSName.FLATE_DECODE)) {
                out.write(drawing.toString().getBytes(StandardCharsets.US_ASCII));
            }
            done.contents.add(content);
            done.page.setContents(done.contents);
            drawing = new StringBuilder(16_384);
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

    private void describe(String title, COSArray parents, int next) throws IOException {
        COSDictionary tree = new COSDictionary();
        tree.setItem(COSName.NUMS, parents);
        root.getCOSObject().setItem(COSName.PARENT_TREE, tree);
        root.setParentTreeNextKey(next);
        var catalog = document.getDocumentCatalog();
        catalog.setStructureTreeRoot(root);
        PDMarkInfo mark = new PDMarkInfo();
        mark.setMarked(true);
        catalog.setMarkInfo(mark);
        catalog.setLanguage(language);
        if (outline.hasChildren()) {
            catalog.setDocumentOutline(outline);
        }
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
        String escaped = NOT_XML.matcher(title)
                .replaceAll("")
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;");
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

    private PDStructureElement element(String role) {
        PDStructureElement parent = Objects.requireNonNull(open.peek());
        PDStructureElement element = new PDStructureElement(role, parent);
        parent.appendKid(element);
        return element;
    }

    private static void describe(PDStructureElement figure, String alternative, PDRectangle box) {
        figure.setAlternateDescription(alternative);
        COSDictionary layout = new COSDictionary();
        layout.setName(COSName.O, "Layout");
        layout.setItem(COSName.BBOX, box.getCOSArray());
        figure.getCOSObject().setItem(COSName.A, layout);
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
            number(points[i]).append(' ');
        }
        drawing.append(operator).append('\n');
    }

    /** With two decimals: some hundred times faster than a format, of which a long report needs a million. */
    private StringBuilder number(float number) {
        long hundredths = Math.round((double) number * 100);
        if (hundredths < 0) {
            drawing.append('-');
            hundredths = -hundredths;
        }
        drawing.append(hundredths / 100).append('.');
        long rest = hundredths % 100;
        return (rest < 10 ? drawing.append('0') : drawing).append(rest);
    }

    /** Something that is said. */
    public static final class Part {
        private final PDStructureElement element;

        private Part(PDStructureElement element) {
            this.element = element;
        }
    }

    private record Leaf(PDPage page, COSArray marked, List<PDStream> contents, List<PDAnnotationLink> annotations) {}
}
