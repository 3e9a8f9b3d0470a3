package org.portevoix.content;

import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.portevoix.contract.Contract;
import org.portevoix.contract.Contracts;
import org.portevoix.importing.ContractItem;
import org.portevoix.importing.ContractItems;
import org.portevoix.language.Language;
import org.portevoix.language.Languages;
import org.portevoix.language.Translations;
import org.portevoix.language.Translations.Coverage;
import org.portevoix.language.Translations.Draft;
import org.portevoix.language.Translations.Line;
import org.portevoix.language.Translations.Translation;
import tools.jackson.databind.JsonNode;

/** Keeps the counts of what waits to be translated and to be read. */
@Singleton
@Transactional
class TranslationWaits {

    private final TranslationWaitRepository waits;
    private final Translations translations;
    private final ContractItems items;
    private final Contracts contracts;
    private final Languages languages;
    private final Clock clock;

    TranslationWaits(
            TranslationWaitRepository waits,
            Translations translations,
            ContractItems items,
            Contracts contracts,
            Languages languages,
            Clock clock) {
        this.waits = waits;
        this.translations = translations;
        this.items = items;
        this.contracts = contracts;
        this.languages = languages;
        this.clock = clock;
    }

    /** Counts an item anew, inside the transaction that changed it. */
    void refresh(long contractId, Kind kind, ContractItem item) {
        if (kind == Kind.CONTRACT) {
            recountLater(contractId);
        }
        contracts.find(contractId).ifPresent(contract -> count(contract, kind, item));
    }

    /** Has all of a contract counted anew soon. */
    void recountLater(long contractId) {
        if (waits.wantAgain(contractId, clock.instant()) == 0) {
            waits.want(contractId, clock.instant());
        }
    }

    /** Counts some items of a list; false where there are none so far on. */
    boolean recount(Contract contract, Kind kind, int skip, int count) {
        List<ContractItem> some = items.some(contract.id(), kind.list(), skip, count);
        some.forEach(item -> count(contract, kind, item));
        return some.size() == count;
    }

    private void count(Contract contract, Kind kind, ContractItem item) {
        Map<String, TranslationWait> before = waits.findItem(contract.id(), kind, item.id()).stream()
                .collect(Collectors.toMap(TranslationWait::language, wait -> wait));
        Map<String, TranslationWait> now = new HashMap<>();
        if (!"ARCHIVED".equals(item.state())) {
            of(contract, kind, item).forEach(wait -> now.put(wait.language(), wait));
        }
        before.forEach((language, wait) -> {
            TranslationWait other = now.get(language);
            if (other != null && wait.saysTheSame(other)) {
                now.remove(language);
                return;
            }
            waits.delete(Objects.requireNonNull(wait.id()));
            if (other != null) {
                now.put(language, other.sinceThat(wait));
            }
        });
        now.forEach((language, wait) -> waits.save(wait));
    }

    private List<TranslationWait> of(Contract contract, Kind kind, ContractItem item) {
        Map<Long, Map<String, Translation>> texts = translations.of(item.texts().values());
        Set<String> offered = ContentLists.offered(contract, languages).stream()
                .map(Language::code)
                .collect(Collectors.toSet());
        Set<String> all = new HashSet<>(offered);
        texts.values().forEach(byLanguage -> all.addAll(byLanguage.keySet()));
        Map<Long, Translation> anyLanguage = translations.of(item.texts().values(), Language.SOURCE);
        List<TranslationWait> found = new ArrayList<>();
        for (String language : all) {
            List<Line> lines = new ArrayList<>();
            texts.forEach((id, byLanguage) -> {
                Translation translation = byLanguage.get(language);
                lines.addAll(translation == null ? unwritten(anyLanguage.get(id)) : translation.lines());
            });
            lines.removeIf(line -> line.source().equals(Place.UNWRITTEN));
            int missing = offered.contains(language) ? count(lines, Coverage.MISSING) : 0;
            int stale = count(lines, Coverage.STALE);
            int draft = count(lines, Coverage.DRAFT);
            if (missing + stale + draft > 0) {
                found.add(new TranslationWait(
                        null,
                        contract.id(),
                        kind,
                        item.id(),
                        item.slug(),
                        ContentLists.title(item),
                        language,
                        missing,
                        stale,
                        draft,
                        soleAuthor(lines),
                        clock.instant(),
                        lastDay(kind, item.body())));
            }
        }
        return found;
    }

    private static List<Line> unwritten(@Nullable Translation source) {
        return source == null
                ? List.of()
                : source.lines().stream()
                        .map(line -> new Line(line.position(), line.source(), line.digest(), null, null))
                        .toList();
    }

    private static int count(Collection<Line> lines, Coverage coverage) {
        return (int) lines.stream().filter(line -> line.coverage() == coverage).count();
    }

    private static @Nullable Long soleAuthor(List<Line> lines) {
        Set<Long> authors = new HashSet<>();
        for (Line line : lines) {
            Draft draft = line.draft();
            if (draft != null) {
                authors.add(draft.author());
            }
        }
        return authors.size() == 1 ? authors.iterator().next() : null;
    }

    private static @Nullable LocalDate lastDay(Kind kind, JsonNode body) {
        return switch (kind) {
            case EVENT ->
                StreamSupport.stream(body.path("sessions").spliterator(), false)
                        .map(session -> session.path("day").asString(""))
                        .filter(day -> !day.isEmpty())
                        .max(String::compareTo)
                        .map(LocalDate::parse)
                        .orElse(null);
            case CONSULTATION ->
                body.path("closes").isString()
                        ? LocalDate.parse(body.path("closes").asString(""))
                        : null;
            default -> null;
        };
    }
}
