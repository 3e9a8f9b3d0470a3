package org.portevoix.consultation;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.portevoix.actionsheet.ActionSheets;
import org.portevoix.contract.Territory;
import org.portevoix.event.Agenda;
import org.portevoix.language.Language;
import org.portevoix.participation.Phase;

/** What an opinion has to know of its action and of the neighbourhoods; kept half a second. */
@Singleton
class Places {

    private final ActionSheets actionSheets;
    private final Agenda agenda;
    private final Territory territory;
    private final Cache<Long, ActionSheets.Link> sheets = Caffeine.newBuilder()
            .maximumSize(1_000)
            .expireAfterWrite(Duration.ofMillis(500))
            .build();
    private final Cache<Long, Boolean> sensitiveEvents = Caffeine.newBuilder()
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
        ActionSheets.Link sheet = sheet(consultation);
        Long event = consultation.eventId();
        return sheet != null && sheet.isSensitive()
                || event != null && Objects.requireNonNull(sensitiveEvents.get(event, agenda::isSensitive));
    }

    /** Of the consultation; by default that of its action; null where neither has one. */
    @Nullable
    Phase phase(Consultation consultation) {
        ActionSheets.Link sheet = sheet(consultation);
        String phase = consultation.phase() != null ? consultation.phase() : sheet == null ? null : sheet.phase();
        return phase == null ? null : Phase.valueOf(phase);
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

    private ActionSheets.@Nullable Link sheet(Consultation consultation) {
        Long id = consultation.actionSheetId();
        return id == null
                ? null
                : sheets.get(
                        id,
                        wanted -> Objects.requireNonNull(actionSheets
                                .links(Language.SOURCE, List.of(wanted))
                                .get(wanted)));
    }
}
