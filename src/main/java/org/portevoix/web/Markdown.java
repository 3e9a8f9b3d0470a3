package org.portevoix.web;

import jakarta.inject.Singleton;
import java.util.Set;
import org.commonmark.node.ListBlock;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;

/** The few marks that texts may carry (CommonMark): paragraphs, lists, strong, links. HTML is shown as it was typed. */
@Singleton
class Markdown {

    private final Parser parser =
            Parser.builder().enabledBlockTypes(Set.of(ListBlock.class)).build();
    private final HtmlRenderer renderer =
            HtmlRenderer.builder().escapeHtml(true).sanitizeUrls(true).build();

    String html(String markdown) {
        return renderer.render(parser.parse(markdown));
    }
}
