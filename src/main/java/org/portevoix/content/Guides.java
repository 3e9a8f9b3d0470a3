package org.portevoix.content;

import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.portevoix.contract.Contract;
import org.portevoix.importing.ContractItem;
import org.portevoix.importing.ContractItems;
import tools.jackson.databind.node.ObjectNode;

/**
 * The guides of a contract's evaluation, as ready questionnaires that the team copies and makes its own: one for residents,
 * in every language of the site; and three to be asked face to face, which are never public (docs/decisions/0028).
 */
@Singleton
class Guides {

    private static final List<String> NAMES = List.of("habitants", "coordination", "delegation-ars", "partenaires");
    private static final int OPENS_IN_DAYS = 14;
    private static final int OPEN_DAYS = 42;
    private static final int ANSWER_DAYS = 60;

    private final List<ObjectNode> guides = NAMES.stream()
            .map(name -> ReadyContent.read("guides/" + name + ".yaml"))
            .toList();
    private final Contents contents;
    private final ContractItems items;
    private final Clock clock;

    Guides(Contents contents, ContractItems items, Clock clock) {
        this.contents = contents;
        this.items = items;
        this.clock = clock;
    }

    List<Guide> all() {
        return guides.stream()
                .map(one -> new Guide(
                        one.path("slug").asString(""),
                        Place.french(one.path("title")),
                        Place.french(one.path("summary")),
                        one.path("audience").asString("").equals("interview"),
                        one.path("questions")
                                .valueStream()
                                .map(question -> Place.french(question.path("title")))
                                .toList()))
                .toList();
    }

    /** Keeps a copy as a draft of this contract, with days to be changed; empty where there is no such guide. */
    @Transactional
    Optional<ContractItem> copy(long account, Contract contract, String slug) {
        items.lock(contract.id());
        return guides.stream()
                .filter(one -> one.path("slug").asString("").equals(slug))
                .findFirst()
                .map(one -> {
                    Set<String> taken = items.slugs(contract.id(), Kind.CONSULTATION.list());
                    return contents.draft(account, contract, Kind.CONSULTATION, dated(contract, one), taken);
                });
    }

    private ObjectNode dated(Contract contract, ObjectNode guide) {
        LocalDate opens = LocalDate.now(clock.withZone(contract.zoneId())).plusDays(OPENS_IN_DAYS);
        LocalDate closes = opens.plusDays(OPEN_DAYS);
        ObjectNode dated = guide.deepCopy();
        dated.put("opens", opens.toString()).put("closes", closes.toString());
        ((ObjectNode) dated.path("promise"))
                .put("answer_by", closes.plusDays(ANSWER_DAYS).toString());
        return dated;
    }

    /** A guide, in French. */
    record Guide(String slug, String title, String summary, boolean isInterview, List<String> questions) {}
}
