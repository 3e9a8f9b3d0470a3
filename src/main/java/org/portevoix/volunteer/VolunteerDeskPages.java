package org.portevoix.volunteer;

import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.portevoix.account.Desk;
import org.portevoix.account.Permission;
import org.portevoix.contract.Contract;
import org.portevoix.language.Calendar;
import org.portevoix.language.Language;
import org.portevoix.language.Texts;
import org.portevoix.language.TextsRead;
import org.portevoix.mail.Contact;
import org.portevoix.mail.Contacts;
import org.portevoix.participation.TimeGiven;

/** Decides what the desk shows of missions and of those who help. */
@Singleton
class VolunteerDeskPages {

    private static final int MOST_WAITING = 30;
    private static final Duration SOON = Duration.ofDays(2);

    private final MissionRepository missions;
    private final MissionSlotRepository slots;
    private final SignUpPlaceRepository places;
    private final Contacts contacts;
    private final TimeGiven timeGiven;
    private final Texts texts;
    private final SlotWords words;
    private final Calendar calendar;
    private final Clock clock;

    VolunteerDeskPages(
            MissionRepository missions,
            MissionSlotRepository slots,
            SignUpPlaceRepository places,
            Contacts contacts,
            TimeGiven timeGiven,
            Texts texts,
            SlotWords words,
            Calendar calendar,
            Clock clock) {
        this.missions = missions;
        this.slots = slots;
        this.places = places;
        this.contacts = contacts;
        this.timeGiven = timeGiven;
        this.texts = texts;
        this.words = words;
        this.calendar = calendar;
        this.clock = clock;
    }

    ListPage list(Contract contract, String done, Map<String, String> errors) {
        List<Mission> all = missions.findAllOf(contract.id());
        Map<Long, Map<PlaceState, Long>> counts = places.countByMission(contract.id()).stream()
                .collect(Collectors.groupingBy(
                        PlaceCount::missionId, Collectors.toMap(PlaceCount::state, PlaceCount::places)));
        Map<Long, Integer> minutes = timeGiven.minutesByMission(contract.id());
        Map<Long, Long> toCome = slotsOf(all).stream()
                .filter(slot -> slot.startsAt() != null && slot.isOpen(clock.instant()))
                .collect(Collectors.groupingBy(MissionSlot::missionId, Collectors.counting()));
        TextsRead read = texts.read(Language.SOURCE, all.stream().map(Mission::titleText));
        List<PlaceOfPerson> waiting = places.findAsked(contract.id(), MOST_WAITING + 1, 0);
        return new ListPage(
                contract.slug(),
                cards(contract, waiting.stream().limit(MOST_WAITING).toList()),
                waiting.size() > MOST_WAITING,
                all.stream()
                        .map(mission -> {
                            Map<PlaceState, Long> states = counts.getOrDefault(mission.id(), Map.of());
                            return new Row(
                                    mission.slug(),
                                    read.get(mission.titleText()).body(),
                                    toCome.getOrDefault(mission.id(), 0L),
                                    states.getOrDefault(PlaceState.ASKED, 0L),
                                    states.getOrDefault(PlaceState.CONFIRMED, 0L),
                                    states.getOrDefault(PlaceState.WAITING, 0L),
                                    states.getOrDefault(PlaceState.DONE, 0L),
                                    hours(minutes.getOrDefault(mission.id(), 0)));
                        })
                        .toList(),
                done,
                errors);
    }

    MissionDeskPage mission(Desk desk, Contract contract, Mission mission, String done) {
        return mission(desk, contract, mission, done, 0, SlotForm.blank(), Map.of());
    }

    /** {@code typedFor}: the slot whose form was typed, 0 for that of a new one. */
    MissionDeskPage mission(
            Desk desk,
            Contract contract,
            Mission mission,
            String done,
            long typedFor,
            SlotForm form,
            Map<String, String> errors) {
        Map<Long, List<PlaceCard>> people = cards(contract, places.findByMission(mission.id())).stream()
                .collect(Collectors.groupingBy(PlaceCard::slotId));
        Instant now = clock.instant();
        boolean mayPublish = desk.may(Permission.PUBLISH, contract);
        return new MissionDeskPage(
                contract.slug(),
                mission.slug(),
                texts.read(Language.SOURCE, mission.titleText())
                        .get(mission.titleText())
                        .body(),
                slotsOf(List.of(mission)).stream()
                        .map(slot -> new SlotView(
                                slot.id(),
                                words.when(Language.SOURCE, slot, contract.zoneId()),
                                Objects.requireNonNullElse(slot.places(), 0),
                                slot.held(),
                                slot.waiting(),
                                !slot.isPlanned(),
                                mayPublish && slot.startsAt() != null && slot.isOpen(now),
                                typed(typedFor == slot.id(), form, slot, contract.zoneId()),
                                people.getOrDefault(slot.id(), List.of())))
                        .toList(),
                mayPublish,
                desk.may(Permission.ENTER, contract),
                typedFor == 0 ? form : SlotForm.blank(),
                done,
                errors);
    }

    CallsPage calls(Contract contract, String done) {
        Instant now = clock.instant();
        List<PlaceOfPerson> found = places.findToCall(contract.id(), now, now.plus(SOON));
        return new CallsPage(
                contract.slug(),
                cards(contract, found).stream()
                        .filter(card -> card.callAbout() != null || !card.isEmail())
                        .toList(),
                done);
    }

    private List<PlaceCard> cards(Contract contract, List<PlaceOfPerson> found) {
        Map<Long, MissionSlot> times = found.isEmpty()
                ? Map.of()
                : slots
                        .findByIdIn(found.stream()
                                .map(PlaceOfPerson::slotId)
                                .distinct()
                                .toList())
                        .stream()
                        .collect(Collectors.toMap(MissionSlot::id, Function.identity()));
        Map<Long, Mission> of = found.isEmpty()
                ? Map.of()
                : missions
                        .findByIdIn(found.stream()
                                .map(PlaceOfPerson::missionId)
                                .distinct()
                                .toList())
                        .stream()
                        .collect(Collectors.toMap(Mission::id, Function.identity()));
        TextsRead read = texts.read(Language.SOURCE, of.values().stream().map(Mission::titleText));
        Map<PlaceOfPerson, Contact> reached = new HashMap<>();
        found.forEach(one -> contacts.find(one.receiptHash()).ifPresent(contact -> reached.put(one, contact)));
        return found.stream()
                .map(one -> card(
                        contract,
                        one,
                        Objects.requireNonNull(of.get(one.missionId())),
                        read,
                        Objects.requireNonNull(times.get(one.slotId())),
                        reached.get(one)))
                .toList();
    }

    private PlaceCard card(
            Contract contract,
            PlaceOfPerson one,
            Mission mission,
            TextsRead read,
            MissionSlot slot,
            @Nullable Contact contact) {
        boolean hasCome = slot.startsAt() == null || slot.hasStarted(clock.instant());
        return new PlaceCard(
                one.id(),
                slot.id(),
                mission.slug(),
                read.get(mission.titleText()).body(),
                words.when(Language.SOURCE, slot, contract.zoneId()),
                Objects.requireNonNullElse(one.firstName(), ""),
                contact == null ? "" : contact.address(),
                contact != null && contact.kind() == Contact.Kind.EMAIL,
                one.spoken().isEmpty() ? List.of() : List.of(one.spoken().split(" ")),
                one.language(),
                calendar.day(
                        Language.SOURCE, one.askedAt().atZone(contract.zoneId()).toLocalDate()),
                one.state(),
                one.hours() == null
                        ? ""
                        : one.hours().stripTrailingZeros().toPlainString().replace('.', ','),
                one.callAbout(),
                hasCome,
                Arrays.asList(RefusalReason.values()));
    }

    private List<MissionSlot> slotsOf(Collection<Mission> of) {
        return of.isEmpty()
                ? List.of()
                : slots.findByMission(of.stream().map(Mission::id).toList());
    }

    /** The form of a slot: what was typed, else what the slot is. */
    private static Typed typed(boolean isTyped, SlotForm form, MissionSlot slot, ZoneId zone) {
        if (isTyped) {
            return new Typed(form.day(), form.from(), form.until(), form.typedPlaces(), true, "-" + slot.id());
        }
        if (slot.startsAt() == null || slot.endsAt() == null) {
            return new Typed("", "", "", "", false, "");
        }
        ZonedDateTime from = slot.startsAt().atZone(zone);
        LocalTime until = slot.endsAt().atZone(zone).toLocalTime();
        return new Typed(
                from.toLocalDate().toString(),
                from.toLocalTime().toString(),
                until.toString(),
                slot.places() == null ? "" : String.valueOf(slot.places()),
                false,
                "-" + slot.id());
    }

    private static String hours(int minutes) {
        return BigDecimal.valueOf(minutes)
                .divide(BigDecimal.valueOf(60), 2, RoundingMode.HALF_UP)
                .stripTrailingZeros()
                .toPlainString()
                .replace('.', ',');
    }

    /** @param done what was just done, as in the keys {@code volunteer.desk.said.…}; or "" */
    record ListPage(
            String contract,
            List<PlaceCard> waiting,
            boolean hasMore,
            List<Row> missions,
            String done,
            Map<String, String> errors) {

        boolean hasErrors() {
            return !errors.isEmpty();
        }
    }

    /** A mission with its numbers. */
    record Row(
            String slug, String title, long dates, long asked, long confirmed, long waiting, long done, String hours) {}

    /** One mission, slot by slot, with who helps. */
    record MissionDeskPage(
            String contract,
            String slug,
            String title,
            List<SlotView> slots,
            boolean mayPublish,
            boolean mayEnter,
            SlotForm form,
            String done,
            Map<String, String> errors) {

        boolean hasErrors() {
            return !errors.isEmpty();
        }

        /** Where its forms come back to. */
        String address() {
            return "missions/" + slug;
        }
    }

    /** @param places 0 for as many as wish */
    record SlotView(
            long id,
            String when,
            int places,
            int held,
            int waiting,
            boolean isCancelled,
            boolean isChangeable,
            Typed typed,
            List<PlaceCard> people) {}

    /** @param suffix of the names of its fields on the page */
    record Typed(String day, String from, String until, String places, boolean isOpen, String suffix) {}

    /** Those to call. */
    record CallsPage(String contract, List<PlaceCard> calls, String done) {}

    /**
     * Somebody's place, with what can be done about it.
     *
     * @param contact a telephone or an e-mail; "" once erased
     * @param language in which they read the site
     */
    record PlaceCard(
            long id,
            long slotId,
            String missionSlug,
            String mission,
            String when,
            String name,
            String contact,
            boolean isEmail,
            List<String> spoken,
            String language,
            String askedOn,
            PlaceState state,
            String hours,
            @Nullable CallAbout callAbout,
            boolean hasCome,
            List<RefusalReason> reasons) {

        private static final Set<PlaceState> UNDONE = Set.of(PlaceState.ASKED, PlaceState.CONFIRMED, PlaceState.ABSENT);

        boolean isConfirmable() {
            return state == PlaceState.ASKED;
        }

        boolean isRefusable() {
            return state.isToCome();
        }

        boolean isMarkable() {
            return hasCome && UNDONE.contains(state);
        }

        boolean isAbsentable() {
            return isMarkable() && state != PlaceState.ABSENT;
        }

        boolean isUndoable() {
            return state == PlaceState.DONE || state == PlaceState.ABSENT;
        }

        String link() {
            return (isEmail ? "mailto:" : "tel:") + contact;
        }
    }
}
