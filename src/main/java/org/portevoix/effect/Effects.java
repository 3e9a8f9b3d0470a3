package org.portevoix.effect;

import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.portevoix.actionsheet.ActionSheets;
import org.portevoix.contract.Beside;
import org.portevoix.contract.Visit;
import org.portevoix.followup.Followups;
import org.portevoix.followup.Noticed;
import org.portevoix.language.Calendar;
import org.portevoix.language.Texts;
import org.portevoix.language.TextsRead;

/** Shows effects that nobody had foreseen: on the page of their action, and beside what was said and done. */
@Singleton
class Effects implements Beside, Noticed {

    private static final int SHOWN = 10;

    private final EffectRepository effects;
    private final Followups followups;
    private final ActionSheets actionSheets;
    private final Texts texts;
    private final Calendar calendar;

    Effects(EffectRepository effects, Followups followups, ActionSheets actionSheets, Texts texts, Calendar calendar) {
        this.effects = effects;
        this.followups = followups;
        this.actionSheets = actionSheets;
        this.texts = texts;
        this.calendar = calendar;
    }

    @Override
    public String name() {
        return "effects";
    }

    @Override
    public @Nullable Object of(Visit visit, String list, long itemId) {
        List<Effect> found =
                list.equals("actions") ? effects.findOfAction(visit.contractId(), itemId, SHOWN) : List.of();
        return found.isEmpty() ? null : cards(visit, found, false);
    }

    @Override
    public List<Noticed.Seen> latest(Visit visit) {
        return cards(visit, effects.findLatest(visit.contractId(), SHOWN), true);
    }

    private List<Noticed.Seen> cards(Visit visit, List<Effect> found, boolean namesAction) {
        TextsRead read = texts.read(visit.lang(), found.stream().flatMap(Effect::texts));
        Map<Long, Long> sheets = new HashMap<>();
        Map<Long, Long> ofFollowups = followups.actions(found.stream()
                .map(Effect::followupId)
                .filter(Objects::nonNull)
                .map(id -> (Long) id)
                .toList());
        for (Effect one : found) {
            Long sheet = one.actionSheetId() == null && one.followupId() != null
                    ? ofFollowups.get(one.followupId())
                    : one.actionSheetId();
            if (sheet != null && namesAction) {
                sheets.put(one.id(), sheet);
            }
        }
        Map<Long, String> published = sheets.isEmpty() ? Map.of() : actionSheets.published(visit.contractId());
        sheets.values().retainAll(published.keySet());
        Map<Long, ActionSheets.Link> links = actionSheets.links(visit.lang(), List.copyOf(sheets.values()));
        return found.stream()
                .map(one -> new Noticed.Seen(
                        read.get(one.titleText()),
                        read.find(one.wordsText()),
                        one.noticedBy().name(),
                        calendar.day(visit.lang(), one.noticedOn()),
                        sheets.containsKey(one.id()) ? links.get(sheets.get(one.id())) : null))
                .toList();
    }
}
