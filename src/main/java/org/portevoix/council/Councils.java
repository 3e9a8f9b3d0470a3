package org.portevoix.council;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import org.portevoix.language.Texts;
import org.portevoix.language.TextsRead;
import org.portevoix.language.Translated;

/** What other features may know of neighbourhood councils. */
@Singleton
public class Councils {

    private final CouncilRepository councils;
    private final CouncilNames names;
    private final Texts texts;

    Councils(CouncilRepository councils, CouncilNames names, Texts texts) {
        this.councils = councils;
        this.names = names;
        this.texts = texts;
    }

    /** Those of this neighbourhood, in the contract's own order. */
    public List<Link> of(String lang, long neighbourhoodId) {
        List<Council> found = councils.findIn(neighbourhoodId);
        TextsRead read = texts.read(lang, found.stream().map(Council::nameText));
        return found.stream()
                .map(council -> new Link(council.slug(), read.get(council.nameText())))
                .toList();
    }

    /** What those of a contract are called, in French, by their ids. */
    public Map<Long, String> names(long contractId) {
        return names.of(contractId);
    }

    /** The tag under which pages that name the councils of a contract stand. */
    public static String listTag(long contractId) {
        return Council.listTag(contractId);
    }

    /** A council as other pages link to it. */
    public record Link(String slug, Translated name) {}
}
