package org.portevoix.paper;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDMarkedContentReference;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.markedcontent.PDMarkedContent;
import org.apache.pdfbox.text.PDFMarkedContentExtractor;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.flavours.PDFAFlavour;

/** A PDF as a screen reader goes through it: each part with its role, its language and its words, in order. */
public final class ReadBooklet {

    private final Map<PDPage, Map<Integer, String>> words = new HashMap<>();
    private final List<Said> all = new ArrayList<>();
    private int row;

    private ReadBooklet() {}

    /** {@code row}: which row of a table it is in, counted over the document; "" words of a picture are its alternative. */
    public record Said(String role, String language, String words, int row) {}

    public static List<Said> of(byte[] pdf) {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            ReadBooklet reading = new ReadBooklet();
            for (PDPage page : document.getPages()) {
                reading.words.put(page, words(page));
            }
            reading.walk(
                    document.getDocumentCatalog().getStructureTreeRoot().getKids(),
                    document.getDocumentCatalog().getLanguage());
            return reading.all;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What a validator of PDF/UA-1 (ISO 14289-1) finds wrong. */
    public static List<String> faults(byte[] pdf) {
        VeraGreenfieldFoundryProvider.initialise();
        try (var parser = Foundries.defaultInstance().createParser(new ByteArrayInputStream(pdf), PDFAFlavour.PDFUA_1);
                var validator = Foundries.defaultInstance().createValidator(PDFAFlavour.PDFUA_1, false)) {
            return validator.validate(parser).getTestAssertions().stream()
                    .map(fault -> fault.getRuleId().getClause() + " " + fault.getMessage() + " "
                            + fault.getLocation().getContext())
                    .distinct()
                    .toList();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    /** By heading: the rows of what follows it; a table that was cut in two has its columns one after the other again. */
    public static Map<String, List<List<String>>> tables(List<Said> said) {
        Map<String, List<List<String>>> tables = new LinkedHashMap<>();
        String title = "";
        List<List<String>> rows = List.of();
        int part = 0;
        int at = -1;
        int row = -1;
        for (Said one : said) {
            switch (one.role()) {
                case "H1", "H2", "H3" -> {
                    title = one.words();
                    rows = tables.computeIfAbsent(title, unused -> new ArrayList<>());
                    part = 0;
                }
                case "Table" -> {
                    part++;
                    at = -2;
                }
                case "TR" -> at++;
                case "TH", "TD" -> {
                    if (at >= 0) {
                        if (at == rows.size()) {
                            rows.add(new ArrayList<>());
                        }
                        if (part == 1 || row == one.row()) {
                            rows.get(at).add(one.words());
                        }
                        row = one.row();
                    }
                }
                default -> {}
            }
        }
        return tables;
    }

    private void walk(List<Object> kids, String language) {
        for (Object kid : kids) {
            if (kid instanceof PDStructureElement element) {
                String role = element.getStructureType();
                String own = element.getLanguage() == null ? language : element.getLanguage();
                if (role.equals("TR")) {
                    row++;
                }
                List<Object> below = element.getKids();
                String said = below.stream()
                        .map(one -> said(one, element))
                        .filter(text -> !text.isEmpty())
                        .collect(Collectors.joining(" "));
                String alternative = element.getAlternateDescription();
                all.add(new Said(role, own, alternative == null ? said : alternative, row));
                walk(below, own);
            }
        }
    }

    private String said(Object kid, PDStructureElement element) {
        if (kid instanceof Integer id) {
            return words.getOrDefault(element.getPage(), Map.of()).getOrDefault(id, "");
        }
        if (kid instanceof PDMarkedContentReference further) {
            return words.getOrDefault(further.getPage(), Map.of()).getOrDefault(further.getMCID(), "");
        }
        return "";
    }

    private static Map<Integer, String> words(PDPage page) throws IOException {
        PDFMarkedContentExtractor extractor = new PDFMarkedContentExtractor();
        extractor.setSuppressDuplicateOverlappingText(false);
        extractor.processPage(page);
        Map<Integer, String> found = new HashMap<>();
        for (PDMarkedContent content : extractor.getMarkedContents()) {
            if (content.getProperties() != null && content.getProperties().containsKey(COSName.MCID)) {
                found.put(
                        content.getMCID(),
                        content.getContents().stream()
                                .filter(PDMarkedContent.class::isInstance)
                                .map(line -> ((PDMarkedContent) line).getActualText())
                                .collect(Collectors.joining(" ")));
            }
        }
        return found;
    }
}
