package org.portevoix.pack;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Bidi;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.jspecify.annotations.Nullable;

/**
 * A spreadsheet as an OpenDocument file (ISO/IEC 26300, 1.2), the same bytes for the same cells. A text is a text and a number a
 * number: there are no formulas, so that nobody's words can become one.
 */
final class Spreadsheet {
    private static final String TYPE = "application/vnd.oasis.opendocument.spreadsheet";
    private static final String OASIS = "urn:oasis:names:tc:opendocument:xmlns:";
    private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 2, 1, 0, 0);
    private static final String XML = ".xml";
    private static final int LONGEST_NAME = 31;

    /** Of columns, in millimetres: what a character takes, what is around a text, the narrowest, the widest. */
    private static final double CHARACTER = 2.1;

    private static final int AROUND = 6;
    private static final int NARROWEST = 20;
    private static final int WIDEST = 110;
    /** The only column of a sheet is there to be read. */
    private static final int TO_READ = 190;

    /** What XML 1.0 (2.2) does not allow. */
    private static final Pattern NOT_XML =
            Pattern.compile("[^\\t\\n\\r\\x20-\\uD7FF\\uE000-\\uFFFD\\x{10000}-\\x{10FFFF}]");

    /** What a name of a sheet may not have. */
    private static final Pattern NOT_NAME = Pattern.compile("[\\[\\]*?:/\\\\'\\p{Cntrl}]+");

    private final String title;
    private final List<Sheet> sheets = new ArrayList<>();
    private final Set<String> names = new HashSet<>();

    Spreadsheet(String title) {
        this.title = title;
    }

    /** How a number is shown. */
    enum Form {
        TEXT,
        /** Of a text that begins in a script written from right to left. */
        RIGHT_TO_LEFT,
        HEAD,
        HEAD_OF_NUMBERS,
        WHOLE,
        TWO_DECIMALS,
        THREE_DECIMALS,
        PERCENT;

        String style() {
            return name().toLowerCase(Locale.ROOT);
        }

        boolean isNumber() {
            return this != TEXT && this != RIGHT_TO_LEFT && !isHead();
        }

        boolean isHead() {
            return this == HEAD || this == HEAD_OF_NUMBERS;
        }
    }

    /** A cell: {@code number} null for a text. A percentage is a part of 1. */
    record Cell(String text, @Nullable Double number, Form form) {
        static Cell text(String text) {
            boolean isRightToLeft = !new Bidi(text, Bidi.DIRECTION_DEFAULT_LEFT_TO_RIGHT).baseIsLeftToRight();
            return new Cell(text, null, isRightToLeft ? Form.RIGHT_TO_LEFT : Form.TEXT);
        }
    }

    private record Sheet(String name, List<String> heads, List<List<Cell>> rows) {}

    /** Its name is shortened, and told apart from those before. */
    void add(String name, List<String> heads, List<List<Cell>> rows) {
        String clean = NOT_NAME.matcher(xml(name)).replaceAll(" ").strip();
        String unique = shortened(clean, LONGEST_NAME);
        for (int number = 2; !names.add(unique.toLowerCase(Locale.ROOT)); number++) {
            unique = shortened(clean, LONGEST_NAME - 4) + " " + number;
        }
        sheets.add(new Sheet(unique, heads, rows));
    }

    byte[] write() {
        try {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream(65_536);
            try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
                // The first entry, as it is, so that a program knows the file by its first bytes (1.2, part 3, 3.3).
                plain(zip, "mimetype", TYPE.getBytes(StandardCharsets.US_ASCII));
                entry(zip, "META-INF/manifest.xml", manifest());
                entry(zip, "meta.xml", meta());
                entry(zip, "styles.xml", styles());
                entry(zip, "settings.xml", settings());
                entry(zip, "content" + XML, content());
            }
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void plain(ZipOutputStream zip, String name, byte[] bytes) throws IOException {
        CRC32 sum = new CRC32();
        sum.update(bytes);
        ZipEntry entry = new ZipEntry(name);
        entry.setMethod(ZipEntry.STORED);
        entry.setSize(bytes.length);
        entry.setCrc(sum.getValue());
        entry.setTimeLocal(NO_TIME);
        zip.putNextEntry(entry);
        zip.write(bytes);
        zip.closeEntry();
    }

    private static void entry(ZipOutputStream zip, String name, String text) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        entry.setTimeLocal(NO_TIME);
        zip.putNextEntry(entry);
        zip.write(text.getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
    }

    private static String manifest() {
        StringBuilder files = new StringBuilder();
        for (String file : List.of("content", "styles", "settings", "meta")) {
            files.append("<manifest:file-entry manifest:full-path=\"")
                    .append(file)
                    .append(XML)
                    .append("\" manifest:media-type=\"text/xml\"/>");
        }
        return """
                <?xml version="1.0" encoding="UTF-8"?>
                <manifest:manifest xmlns:manifest="%smanifest:1.0" manifest:version="1.2">\
                <manifest:file-entry manifest:full-path="/" manifest:version="1.2" manifest:media-type="%s"/>%s\
                </manifest:manifest>""".formatted(OASIS, TYPE, files);
    }

    /** On paper: A4 on its side, as wide as all columns, with the name of the sheet and the page. */
    private static String styles() {
        return """
                <?xml version="1.0" encoding="UTF-8"?>
                <office:document-styles xmlns:office="%1$soffice:1.0" xmlns:style="%1$sstyle:1.0" \
                xmlns:fo="%1$sxsl-fo-compatible:1.0" xmlns:text="%1$stext:1.0" office:version="1.2"><office:automatic-styles>\
                <style:page-layout style:name="side"><style:page-layout-properties fo:page-width="29.7cm" \
                fo:page-height="21cm" style:print-orientation="landscape" fo:margin="1.5cm" style:scale-to-X="1" \
                style:scale-to-Y="0"/></style:page-layout></office:automatic-styles><office:master-styles>\
                <style:master-page style:name="paper" style:page-layout-name="side"><style:header><text:p>\
                <text:sheet-name>-</text:sheet-name></text:p></style:header><style:footer><text:p>\
                <text:page-number>1</text:page-number></text:p></style:footer></style:master-page></office:master-styles>\
                </office:document-styles>""".formatted(OASIS);
    }

    /** The heads of each sheet stay where they are while one reads on. */
    private String settings() throws XMLStreamException {
        StringWriter text = new StringWriter();
        XMLStreamWriter xml = XMLOutputFactory.newFactory().createXMLStreamWriter(text);
        xml.writeStartDocument("UTF-8", "1.0");
        xml.writeStartElement("office:document-settings");
        xml.writeAttribute("xmlns:office", OASIS + "office:1.0");
        xml.writeAttribute("xmlns:config", OASIS + "config:1.0");
        xml.writeAttribute("office:version", "1.2");
        xml.writeStartElement("office:settings");
        xml.writeStartElement("config:config-item-set");
        xml.writeAttribute("config:name", "ooo:view-settings");
        xml.writeStartElement("config:config-item-map-indexed");
        xml.writeAttribute("config:name", "Views");
        xml.writeStartElement("config:config-item-map-entry");
        xml.writeStartElement("config:config-item-map-named");
        xml.writeAttribute("config:name", "Tables");
        for (Sheet sheet : sheets) {
            xml.writeStartElement("config:config-item-map-entry");
            xml.writeAttribute("config:name", sheet.name());
            item(xml, "VerticalSplitMode", "short", "2");
            item(xml, "VerticalSplitPosition", "int", "1");
            item(xml, "ActiveSplitRange", "short", "2");
            item(xml, "PositionBottom", "int", "1");
            xml.writeEndElement();
        }
        xml.writeEndDocument();
        return text.toString();
    }

    private static void item(XMLStreamWriter xml, String name, String type, String value) throws XMLStreamException {
        xml.writeStartElement("config:config-item");
        xml.writeAttribute("config:name", name);
        xml.writeAttribute("config:type", type);
        xml.writeCharacters(value);
        xml.writeEndElement();
    }

    private String meta() throws XMLStreamException {
        StringWriter text = new StringWriter();
        XMLStreamWriter xml = XMLOutputFactory.newFactory().createXMLStreamWriter(text);
        xml.writeStartDocument("UTF-8", "1.0");
        xml.writeStartElement("office:document-meta");
        xml.writeAttribute("xmlns:office", OASIS + "office:1.0");
        xml.writeAttribute("xmlns:dc", "http://purl.org/dc/elements/1.1/");
        xml.writeAttribute("office:version", "1.2");
        xml.writeStartElement("office:meta");
        xml.writeStartElement("dc:title");
        xml.writeCharacters(xml(title));
        xml.writeEndElement();
        xml.writeStartElement("dc:language");
        xml.writeCharacters("fr");
        xml.writeEndDocument();
        return text.toString();
    }

    private String content() throws XMLStreamException {
        StringWriter text = new StringWriter();
        XMLStreamWriter xml = XMLOutputFactory.newFactory().createXMLStreamWriter(text);
        xml.writeStartDocument("UTF-8", "1.0");
        xml.writeStartElement("office:document-content");
        for (String name : List.of("office", "style", "text", "table")) {
            xml.writeAttribute("xmlns:" + name, OASIS + name + ":1.0");
        }
        xml.writeAttribute("xmlns:fo", OASIS + "xsl-fo-compatible:1.0");
        xml.writeAttribute("xmlns:number", OASIS + "datastyle:1.0");
        xml.writeAttribute("office:version", "1.2");
        automaticStyles(xml);
        xml.writeStartElement("office:body");
        xml.writeStartElement("office:spreadsheet");
        for (Sheet sheet : sheets) {
            write(xml, sheet);
        }
        xml.writeEndDocument();
        return text.toString();
    }

    private void automaticStyles(XMLStreamWriter xml) throws XMLStreamException {
        xml.writeStartElement("office:automatic-styles");
        xml.writeStartElement("style:style");
        xml.writeAttribute("style:name", "sheet");
        xml.writeAttribute("style:family", "table");
        xml.writeAttribute("style:master-page-name", "paper");
        xml.writeEmptyElement("style:table-properties");
        xml.writeAttribute("table:display", "true");
        xml.writeEndElement();
        xml.writeStartElement("style:style");
        xml.writeAttribute("style:name", "row");
        xml.writeAttribute("style:family", "table-row");
        xml.writeEmptyElement("style:table-row-properties");
        xml.writeAttribute("style:use-optimal-row-height", "true");
        xml.writeEndElement();
        Set<Integer> widths = new TreeSet<>();
        sheets.forEach(sheet -> widths.addAll(widths(sheet)));
        for (int width : widths) {
            column(xml, width);
        }
        numbers(xml, "number:number-style", Form.WHOLE, 0);
        numbers(xml, "number:number-style", Form.TWO_DECIMALS, 2);
        numbers(xml, "number:number-style", Form.THREE_DECIMALS, 3);
        numbers(xml, "number:percentage-style", Form.PERCENT, 1);
        for (Form form : Form.values()) {
            xml.writeStartElement("style:style");
            xml.writeAttribute("style:name", form.style());
            xml.writeAttribute("style:family", "table-cell");
            if (form.isNumber()) {
                xml.writeAttribute("style:data-style-name", form.style() + "-number");
            }
            xml.writeEmptyElement("style:table-cell-properties");
            xml.writeAttribute("fo:padding", "1mm");
            xml.writeAttribute("fo:wrap-option", "wrap");
            xml.writeAttribute("style:vertical-align", "top");
            if (form == Form.RIGHT_TO_LEFT) {
                xml.writeAttribute("style:writing-mode", "rl-tb");
                xml.writeEmptyElement("style:paragraph-properties");
                xml.writeAttribute("style:writing-mode", "rl-tb");
                xml.writeAttribute("fo:text-align", "end");
            }
            if (form == Form.HEAD_OF_NUMBERS) {
                xml.writeEmptyElement("style:paragraph-properties");
                xml.writeAttribute("fo:text-align", "end");
            }
            if (form.isHead()) {
                xml.writeEmptyElement("style:text-properties");
                xml.writeAttribute("fo:font-weight", "bold");
            }
            xml.writeEndElement();
        }
        xml.writeEndElement();
    }

    private static void column(XMLStreamWriter xml, int width) throws XMLStreamException {
        xml.writeStartElement("style:style");
        xml.writeAttribute("style:name", "wide" + width);
        xml.writeAttribute("style:family", "table-column");
        xml.writeEmptyElement("style:table-column-properties");
        xml.writeAttribute("style:column-width", width + "mm");
        xml.writeEndElement();
    }

    /** As wide as its longest text, or as the longest word of its head, in steps of 5 mm; texts that are wider wrap. */
    private static List<Integer> widths(Sheet sheet) {
        if (sheet.heads().size() == 1) {
            return List.of(TO_READ);
        }
        List<Integer> widths = new ArrayList<>();
        for (int column = 0; column < sheet.heads().size(); column++) {
            int longest = longest(sheet.heads().get(column).split("\\s+"));
            for (List<Cell> row : sheet.rows()) {
                if (column < row.size()) {
                    longest = Math.max(longest, longest(row.get(column).text().split("\\R", -1)));
                }
            }
            int width = (int) Math.ceil(longest * CHARACTER) + AROUND;
            widths.add(Math.clamp((width + 4) / 5 * 5, NARROWEST, WIDEST));
        }
        return widths;
    }

    private static int longest(String... texts) {
        return Arrays.stream(texts).mapToInt(String::length).max().orElse(0);
    }

    private static void numbers(XMLStreamWriter xml, String element, Form form, int decimals)
            throws XMLStreamException {
        xml.writeStartElement(element);
        xml.writeAttribute("style:name", form.style() + "-number");
        xml.writeAttribute("number:language", "fr");
        xml.writeAttribute("number:country", "FR");
        xml.writeEmptyElement("number:number");
        xml.writeAttribute("number:decimal-places", Integer.toString(decimals));
        xml.writeAttribute("number:min-decimal-places", Integer.toString(decimals));
        xml.writeAttribute("number:min-integer-digits", "1");
        xml.writeAttribute("number:grouping", "true");
        if (form == Form.PERCENT) {
            xml.writeStartElement("number:text");
            xml.writeCharacters("\u00a0%");
            xml.writeEndElement();
        }
        xml.writeEndElement();
    }

    private static void write(XMLStreamWriter xml, Sheet sheet) throws XMLStreamException {
        xml.writeStartElement("table:table");
        xml.writeAttribute("table:name", sheet.name());
        xml.writeAttribute("table:style-name", "sheet");
        for (int width : widths(sheet)) {
            xml.writeEmptyElement("table:table-column");
            xml.writeAttribute("table:style-name", "wide" + width);
        }
        xml.writeStartElement("table:table-header-rows");
        List<Cell> heads = new ArrayList<>();
        for (String head : sheet.heads()) {
            heads.add(new Cell(head, null, isOfNumbers(sheet, heads.size()) ? Form.HEAD_OF_NUMBERS : Form.HEAD));
        }
        row(xml, heads);
        xml.writeEndElement();
        for (List<Cell> row : sheet.rows()) {
            row(xml, row);
        }
        xml.writeEndElement();
    }

    private static boolean isOfNumbers(Sheet sheet, int column) {
        return sheet.rows().stream()
                .anyMatch(row -> column < row.size() && row.get(column).form().isNumber());
    }

    private static void row(XMLStreamWriter xml, List<Cell> cells) throws XMLStreamException {
        xml.writeStartElement("table:table-row");
        xml.writeAttribute("table:style-name", "row");
        for (Cell cell : cells) {
            xml.writeStartElement("table:table-cell");
            xml.writeAttribute("table:style-name", cell.form().style());
            Double number = cell.number();
            if (number == null) {
                xml.writeAttribute("office:value-type", "string");
            } else {
                xml.writeAttribute("office:value-type", cell.form() == Form.PERCENT ? "percentage" : "float");
                xml.writeAttribute("office:value", number(number));
            }
            for (String line : xml(cell.text()).split("\\R", -1)) {
                xml.writeStartElement("text:p");
                xml.writeCharacters(line);
                xml.writeEndElement();
            }
            xml.writeEndElement();
        }
        xml.writeEndElement();
    }

    private static String number(double number) {
        return number == Math.rint(number) && Math.abs(number) < 1e15
                ? Long.toString((long) number)
                : Double.toString(number);
    }

    private static String xml(String text) {
        return NOT_XML.matcher(text).replaceAll("");
    }

    private static String shortened(String name, int length) {
        return name.codePointCount(0, name.length()) <= length
                ? name
                : name.substring(0, name.offsetByCodePoints(0, length - 1)).strip() + "…";
    }
}
