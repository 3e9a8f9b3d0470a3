package org.portevoix.council;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.portevoix.language.Language;
import org.portevoix.language.Texts;
import org.portevoix.language.TextsRead;

/** What the councils of a contract are called, in French, as the team reads them. */
@Singleton
class CouncilNames {

    private final CouncilRepository councils;
    private final Texts texts;

    CouncilNames(CouncilRepository councils, Texts texts) {
        this.councils = councils;
        this.texts = texts;
    }

    /** By the council's id. */
    Map<Long, String> of(long contractId) {
        List<Council> all = councils.findOf(List.of(contractId));
        TextsRead read = texts.read(Language.SOURCE, all.stream().map(Council::nameText));
        return all.stream()
                .collect(Collectors.toMap(
                        Council::key, council -> read.get(council.nameText()).body()));
    }
}
