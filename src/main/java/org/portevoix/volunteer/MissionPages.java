package org.portevoix.volunteer;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.portevoix.actionsheet.ActionSheets;
import org.portevoix.contract.Surroundings;
import org.portevoix.contract.Visit;
import org.portevoix.language.Messages;
import org.portevoix.language.Texts;
import org.portevoix.language.TextsRead;
import org.portevoix.web.Page;
import org.portevoix.web.Paging;

/** Decides what the public pages of missions show. */
@Singleton
class MissionPages {

    private static final int PAGE_SIZE = 10;

    private final Missions missions;
    private final MissionSlots slots;
    private final SignUpFormViews forms;
    private final ActionSheets actionSheets;
    private final Surroundings surroundings;
    private final Texts texts;
    private final Messages messages;

    MissionPages(
            Missions missions,
            MissionSlots slots,
            SignUpFormViews forms,
            ActionSheets actionSheets,
            Surroundings surroundings,
            Texts texts,
            Messages messages) {
        this.missions = missions;
        this.slots = slots;
        this.forms = forms;
        this.actionSheets = actionSheets;
        this.surroundings = surroundings;
        this.texts = texts;
        this.messages = messages;
    }

    /** NotFound for a page after the last. */
    Page list(Visit visit, int number) {
        Paging<Missions.Card> paging = Paging.of(number, PAGE_SIZE, (count, skip) -> missions.list(visit, count, skip));
        return new Page(
                "volunteer/list",
                visit.layout(messages.say(visit.lang(), "volunteer.list.title"), "/benevoles", "benevoles"),
                new MissionListPage(paging),
                Set.of(visit.contract().tag(), Mission.listTag(visit.contractId())));
    }

    Page show(Visit visit, Mission mission) {
        return show(visit, mission, SignUpForm.blank(), Map.of(), null);
    }

    /** {@code errors}: field to message key; {@code notice}: key of what else is to be said, or null. */
    Page show(Visit visit, Mission mission, SignUpForm form, Map<String, String> errors, @Nullable String notice) {
        TextsRead read = texts.read(visit.lang(), mission.texts());
        var tags = new HashSet<>(
                Set.of(visit.contract().tag(), Mission.listTag(visit.contractId()), Mission.tag(mission.id())));
        Long sheetId = mission.actionSheetId();
        if (sheetId != null) {
            tags.add(ActionSheets.tag(sheetId));
        }
        MissionSlots.Offer offer = slots.offered(mission);
        Page page = new Page(
                "volunteer/show",
                visit.layout(read.get(mission.titleText()), "/benevoles/" + mission.slug(), "benevoles"),
                new MissionPage(
                        mission,
                        read,
                        sheetId == null
                                ? null
                                : actionSheets
                                        .links(visit.lang(), List.of(sheetId))
                                        .get(sheetId),
                        offer.slots().isEmpty()
                                ? null
                                : forms.view(visit.lang(), visit.contract(), mission, offer, form, errors),
                        notice),
                tags,
                until(offer));
        return surroundings.around(visit, "missions", mission.id(), page);
    }

    /** A slot that has begun is no longer offered. */
    private static @Nullable Instant until(MissionSlots.Offer offer) {
        return offer.slots().stream()
                .map(MissionSlot::startsAt)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }
}
