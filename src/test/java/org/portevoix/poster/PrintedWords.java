package org.portevoix.poster;

import java.awt.geom.Rectangle2D;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.markedcontent.PDMarkedContent;
import org.apache.pdfbox.text.PDFMarkedContentExtractor;
import org.apache.pdfbox.text.TextPosition;

/** The words of a PDF, as a screen reader follows them. */
public final class PrintedWords {

    private PrintedWords() {}

    /** All that is said in the document, a paragraph a line. */
    public static String of(PDDocument document) {
        return PosterDrawingTest.elements(document).stream()
                .map(element -> of(document, element))
                .filter(words -> !words.isEmpty())
                .collect(Collectors.joining("\n"));
    }

    /** What this element says, its lines joined; "" of a picture. */
    static String of(PDDocument document, PDStructureElement element) {
        int id = element.getCOSObject().getInt(COSName.K, -1);
        return contents(document).stream()
                .filter(content -> content.getMCID() == id)
                .flatMap(content -> lines(content).stream())
                .map(PDMarkedContent::getActualText)
                .collect(Collectors.joining(" "));
    }

    /** Of each line, a little smaller than its letters. */
    static List<Rectangle2D> boxes(PDDocument document) {
        List<Rectangle2D> boxes = new ArrayList<>();
        for (PDMarkedContent content : contents(document)) {
            for (PDMarkedContent line : lines(content)) {
                Rectangle2D box = null;
                for (Object letter : line.getContents()) {
                    if (letter instanceof TextPosition one && one.getWidthDirAdj() > 0) {
                        float tall = one.getFontSizeInPt() * .6f;
                        Rectangle2D own = new Rectangle2D.Float(
                                one.getXDirAdj(), one.getYDirAdj() - tall, one.getWidthDirAdj(), tall);
                        box = box == null ? own : box.createUnion(own);
                    }
                }
                if (box != null) {
                    boxes.add(box);
                }
            }
        }
        return boxes;
    }

    private static List<PDMarkedContent> lines(PDMarkedContent content) {
        return content.getContents().stream()
                .filter(PDMarkedContent.class::isInstance)
                .map(PDMarkedContent.class::cast)
                .toList();
    }

    private static List<PDMarkedContent> contents(PDDocument document) {
        try {
            PDFMarkedContentExtractor extractor = new PDFMarkedContentExtractor();
            extractor.setSuppressDuplicateOverlappingText(false);
            extractor.processPage(document.getPage(0));
            return extractor.getMarkedContents();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
