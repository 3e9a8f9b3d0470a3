package org.portevoix.volunteer;

import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.portevoix.contract.Contract;
import org.portevoix.contract.Contracts;
import org.portevoix.contract.Visit;
import org.portevoix.language.Language;
import org.portevoix.language.Messages;
import org.portevoix.language.Texts;
import org.portevoix.language.TextsRead;
import org.portevoix.mail.Contacts;
import org.portevoix.receipt.Contribution;
import org.portevoix.receipt.ReceiptCodes;
import org.portevoix.web.Layout;

/** The receipt of a sign-up: where each place stands, when and where, and the way out. */
@Singleton
class SignUpReceipts implements Contribution {

    private final SignUpRepository signUps;
    private final SignUpPlaceRepository places;
    private final MissionSlotRepository slots;
    private final MissionRepository missions;
    private final SignUpMoves moves;
    private final Contracts contracts;
    private final Contacts contacts;
    private final ReceiptCodes codes;
    private final Texts texts;
    private final SlotWords words;
    private final Messages messages;

    SignUpReceipts(
            SignUpRepository signUps,
            SignUpPlaceRepository places,
            MissionSlotRepository slots,
            MissionRepository missions,
            SignUpMoves moves,
            Contracts contracts,
            Contacts contacts,
            ReceiptCodes codes,
            Texts texts,
            SlotWords words,
            Messages messages) {
        this.signUps = signUps;
        this.places = places;
        this.slots = slots;
        this.missions = missions;
        this.moves = moves;
        this.contracts = contracts;
        this.contacts = contacts;
        this.codes = codes;
        this.texts = texts;
        this.words = words;
        this.messages = messages;
    }

    @Override
    public Optional<Receipt> find(String code, Language language) {
        return signUps.findByReceiptHash(codes.hash(code)).map(signUp -> receipt(code, language, signUp));
    }

    @Override
    public boolean withdraw(String code) {
        return moves.withdraw(codes.hash(code));
    }

    @Override
    public Map<String, Object> copy(String code) {
        return signUps.findByReceiptHash(codes.hash(code)).map(this::copy).orElse(Map.of());
    }

    private Map<String, Object> copy(SignUp signUp) {
        Map<Long, MissionSlot> times = times(signUp);
        Map<String, Object> copy = new LinkedHashMap<>();
        copy.put("mission", missions.findById(signUp.missionId()).orElseThrow().slug());
        copy.put("asked_at", signUp.askedAt().toString());
        copy.put("first_name", String.valueOf(signUp.firstName()));
        copy.put(
                "contact",
                contacts.find(signUp.receiptHash())
                        .map(contact -> contact.address())
                        .orElse("null"));
        copy.put("spoken", signUp.spoken());
        copy.put("language", signUp.language());
        copy.put("channel", signUp.channel().key());
        copy.put("home", signUp.home());
        Map<String, Object> asked = new LinkedHashMap<>();
        for (SignUpPlace place : places.findBySignUp(Objects.requireNonNull(signUp.id()))) {
            MissionSlot slot = Objects.requireNonNull(times.get(place.slotId()));
            asked.put(
                    String.valueOf(place.id()),
                    Map.of(
                            "starts_at",
                            String.valueOf(slot.startsAt()),
                            "state",
                            place.state().name(),
                            "hours",
                            String.valueOf(place.hours())));
        }
        copy.put("places", asked);
        return copy;
    }

    private Receipt receipt(String code, Language language, SignUp signUp) {
        String lang = language.code();
        Contract contract = contracts.find(signUp.contractId()).orElseThrow();
        Visit visit = contracts.visit(lang, contract);
        Mission mission = missions.findById(signUp.missionId()).orElseThrow();
        TextsRead read = texts.read(lang, mission.titleText(), mission.placeText());
        Map<Long, MissionSlot> times = times(signUp);
        List<SignUpPlace> asked = places.findBySignUp(Objects.requireNonNull(signUp.id()));
        var page = new SignUpReceiptPage(
                code,
                mission.slug(),
                read.get(mission.titleText()),
                read.find(mission.placeText()),
                mission.telephone(),
                asked.stream()
                        .map(place -> {
                            MissionSlot slot = Objects.requireNonNull(times.get(place.slotId()));
                            return new SignUpReceiptPage.Place(
                                    Objects.requireNonNull(place.id()),
                                    words.when(lang, slot, contract.zoneId()),
                                    place.state(),
                                    place.reason(),
                                    slot.startsAt() != null,
                                    asked.size() > 1);
                        })
                        .toList());
        return new Receipt(
                "volunteer/receipt",
                new Layout(
                        messages.say(lang, "volunteer.receipt.title"), language, "/suivi/" + code, "", visit.heading()),
                page);
    }

    private Map<Long, MissionSlot> times(SignUp signUp) {
        List<Long> ids = places.findBySignUp(Objects.requireNonNull(signUp.id())).stream()
                .map(SignUpPlace::slotId)
                .toList();
        return ids.isEmpty()
                ? Map.of()
                : slots.findByIdIn(ids).stream().collect(Collectors.toMap(MissionSlot::id, Function.identity()));
    }
}
