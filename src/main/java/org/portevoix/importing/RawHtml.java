package org.portevoix.importing;

import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Node;
import org.commonmark.parser.Parser;
import org.jspecify.annotations.Nullable;

/** HTML inside the Markdown of a text. */
final class RawHtml {
    private static final Parser PARSER = Parser.builder().build();

    private RawHtml() {}

    static boolean isIn(String body) {
        // Walked without recursion: a text can nest thousands of quotes.
        Node root = PARSER.parse(body);
        for (Node node = root; node != null; node = next(node, root)) {
            if (node instanceof HtmlBlock || node instanceof HtmlInline) {
                return true;
            }
        }
        return false;
    }

    private static @Nullable Node next(Node node, Node root) {
        if (node.getFirstChild() != null) {
            return node.getFirstChild();
        }
        Node place = node;
        while (place != null && place != root && place.getNext() == null) {
            place = place.getParent();
        }
        return place == null || place == root ? null : place.getNext();
    }
}
