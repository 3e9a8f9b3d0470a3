package org.portevoix.pack;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** An OpenDocument spreadsheet as an office program goes through it. */
public final class ReadSpreadsheet {

    private ReadSpreadsheet() {}

    static Map<String, String> parts(byte[] file) throws IOException {
        Map<String, String> parts = new LinkedHashMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(file))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                parts.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return parts;
    }

    static Document parse(String xml) throws IOException {
        try {
            return DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)));
        } catch (ParserConfigurationException | SAXException e) {
            throw new IOException(e);
        }
    }

    /** {@code rows}: the heads first. */
    public record Sheet(String name, List<List<Element>> rows) {}

    public static List<Sheet> sheets(byte[] file) throws IOException {
        List<Sheet> sheets = new ArrayList<>();
        for (Element sheet :
                elements(parse(parts(file).getOrDefault("content.xml", "")).getDocumentElement(), "table:table")) {
            List<List<Element>> rows = new ArrayList<>();
            elements(sheet, "table:table-row").forEach(row -> rows.add(elements(row, "table:table-cell")));
            sheets.add(new Sheet(sheet.getAttribute("table:name"), rows));
        }
        return sheets;
    }

    /** Its number, of a hundred where it is a part; else its words. */
    public static String shown(Element cell) {
        if (!cell.hasAttribute("office:value")) {
            return cell.getTextContent();
        }
        double value = Double.parseDouble(cell.getAttribute("office:value"));
        return Double.toString(cell.getAttribute("office:value-type").equals("percentage") ? value * 100 : value);
    }

    private static List<Element> elements(Element within, String name) {
        List<Element> found = new ArrayList<>();
        NodeList nodes = within.getElementsByTagName(name);
        for (int i = 0; i < nodes.getLength(); i++) {
            found.add((Element) nodes.item(i));
        }
        return found;
    }
}
