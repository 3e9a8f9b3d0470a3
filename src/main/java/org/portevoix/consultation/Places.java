package org.portevoix.consultation;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.portevoix.actionsheet.ActionSheets;
import org.portevoix.contract.Territory;
import org.portevoix.event.Agenda;
import org.portevoix.language.Language;

/** What an opinion has to know of its action and of the neighbourhoods; kept half a second. */
@Singleton
class Places {

    private final ActionSheets actionSheets;
    private final Agenda agenda;
    private final Territory territory;
    private final Cache<Long, Boolean> sensitive = Caffeine.newBuilder()
            .maximumSize(1_000)
            .expireAfterWrite(Duration.ofMillis(500))
            .build();
    private final Cache<Long, Set<String>> neighbourhoods = Caffeine.newBuilder()
            .maximumSize(1_000)
            .expireAfterWrite(Duration.ofMillis(500))
            .build();

    Places(ActionSheets actionSheets, Agenda agenda, Territory territory) {
        this.actionSheets = actionSheets;
        this.agenda = agenda;
        this.territory = territory;
    }

    /** Whether its action or its event is. */
    boolean isSensitive(Consultation consultation) {
        return Objects.requireNonNull(sensitive.get(consultation.id(), unused -> {
            Long sheet = consultation.actionSheetId();
            Long event = consultation.eventId();
            return event != null && agenda.isSensitive(event)
                    || sheet != null
                            && actionSheets.links(Language.SOURCE, List.of(sheet)).values().stream()
                                    .anyMatch(ActionSheets.Link::isSensitive);
        }));
    }

    boolean isNeighbourhood(long contractId, String slug) {
        return neighbourhoods
                .get(
                        contractId,
                        id -> territory.neighbourhoods(id, Language.SOURCE).stream()
                                .map(Territory.Named::slug)
                                .collect(Collectors.toSet()))
                .contains(slug);
    }
}
