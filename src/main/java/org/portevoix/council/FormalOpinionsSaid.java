package org.portevoix.council;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.portevoix.language.Language;
import org.portevoix.language.Texts;
import org.portevoix.language.TextsRead;
import org.portevoix.receipt.Said;

/** Formal opinions as follow-ups gather them, shown to everybody or not: each must be answered. */
@Singleton
class FormalOpinionsSaid implements Said {

    private final FormalOpinionRepository opinions;
    private final CouncilRepository councils;
    private final Texts texts;

    FormalOpinionsSaid(FormalOpinionRepository opinions, CouncilRepository councils, Texts texts) {
        this.opinions = opinions;
        this.councils = councils;
        this.texts = texts;
    }

    @Override
    public Kind kind() {
        return Kind.FORMAL_OPINION;
    }

    @Override
    public List<Item> latest(long contractId, int count) {
        return items(contractId, opinions.findOfContract(contractId, count));
    }

    @Override
    public Optional<Item> find(long contractId, long id) {
        return opinions.findById(id)
                .filter(opinion -> opinion.contractId() == contractId && !opinion.isWithdrawn())
                .map(opinion -> items(contractId, List.of(opinion)).getFirst());
    }

    private List<Item> items(long contractId, List<FormalOpinion> found) {
        Map<Long, Council> all = councils.findOf(List.of(contractId)).stream()
                .collect(Collectors.toMap(Council::key, council -> council));
        TextsRead read = texts.read(Language.SOURCE, all.values().stream().map(Council::nameText));
        return found.stream()
                .map(opinion -> new Item(
                        opinion.id(),
                        opinion.title() + "\n\n" + opinion.body(),
                        opinion.language(),
                        read.get(java.util.Objects.requireNonNull(all.get(opinion.councilId()))
                                        .nameText())
                                .body(),
                        opinion.sentOn(),
                        opinion.answerBy()))
                .toList();
    }
}
