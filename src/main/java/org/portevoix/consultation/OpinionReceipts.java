package org.portevoix.consultation;

import io.micronaut.context.BeanProvider;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.portevoix.contract.Contract;
import org.portevoix.contract.Contracts;
import org.portevoix.contract.Visit;
import org.portevoix.distress.Help;
import org.portevoix.language.Calendar;
import org.portevoix.language.Language;
import org.portevoix.language.Messages;
import org.portevoix.language.Texts;
import org.portevoix.language.TextsRead;
import org.portevoix.language.Translated;
import org.portevoix.mail.Contacts;
import org.portevoix.receipt.Contribution;
import org.portevoix.receipt.Outcomes;
import org.portevoix.receipt.ReceiptCodes;
import org.portevoix.receipt.Said;
import org.portevoix.web.Layout;

/** The receipt of an opinion: where it stands, what was decided and why, what was answered. */
@Singleton
class OpinionReceipts implements Contribution {

    private final OpinionRepository opinions;
    private final Opinions moves;
    private final Questionnaires questionnaires;
    private final Contracts contracts;
    private final BeanProvider<TeamVoice> team;
    private final Outcomes outcomes;
    private final OpinionDistress distress;
    private final Contacts contacts;
    private final SealedWords sealed;
    private final ReceiptCodes codes;
    private final Texts texts;
    private final Calendar calendar;
    private final Messages messages;
    private final Clock clock;

    OpinionReceipts(
            OpinionRepository opinions,
            Opinions moves,
            Questionnaires questionnaires,
            Contracts contracts,
            BeanProvider<TeamVoice> team,
            Outcomes outcomes,
            OpinionDistress distress,
            Contacts contacts,
            SealedWords sealed,
            ReceiptCodes codes,
            Texts texts,
            Calendar calendar,
            Messages messages,
            Clock clock) {
        this.opinions = opinions;
        this.moves = moves;
        this.questionnaires = questionnaires;
        this.contracts = contracts;
        this.team = team;
        this.outcomes = outcomes;
        this.distress = distress;
        this.contacts = contacts;
        this.sealed = sealed;
        this.codes = codes;
        this.texts = texts;
        this.calendar = calendar;
        this.messages = messages;
        this.clock = clock;
    }

    @Override
    public Optional<Receipt> find(String code, Language language) {
        return opinions.findByReceiptHash(codes.hash(code)).map(opinion -> receipt(code, language, opinion));
    }

    @Override
    public boolean withdraw(String code) {
        return moves.withdraw(code);
    }

    @Override
    public Map<String, Object> copy(String code) {
        return opinions.findByReceiptHash(codes.hash(code)).map(this::copy).orElse(Map.of());
    }

    private Map<String, Object> copy(Opinion opinion) {
        Questionnaire asked = questionnaires.find(opinion.consultationId()).orElseThrow();
        TextsRead read = texts.read(opinion.language(), asked.texts());
        Map<String, Object> answers = new LinkedHashMap<>();
        OpinionReading.lines(asked, read, opinions.findAnswers(List.of(Objects.requireNonNull(opinion.id()))))
                .forEach(line -> answers.put(line.question().body(), line.answers()));
        Map<String, Object> copy = new LinkedHashMap<>();
        copy.put("opinion", asked.consultation().slug());
        copy.put("received_at", opinion.receivedAt().toString());
        copy.put("state", opinion.state().name());
        copy.put("channel", opinion.channel().key());
        copy.put("language", opinion.language());
        copy.put("home", opinion.home());
        copy.put("age_band", String.valueOf(opinion.ageBand()));
        copy.put("gender", String.valueOf(opinion.gender()));
        copy.put("first_time", String.valueOf(opinion.firstTime()));
        copy.put("may_show", String.valueOf(opinion.mayShow()));
        copy.put("phase", String.valueOf(opinion.phase()));
        copy.put("level", opinion.level().key());
        copy.put("month", opinion.month());
        copy.put("is_sensitive", String.valueOf(opinion.isSensitive()));
        copy.put("is_counted", String.valueOf(opinion.isCounted()));
        copy.put("read_first", String.valueOf(opinion.turn() == Opinion.FIRST));
        copy.put("corrections", String.valueOf(opinion.revision()));
        copy.put("entered_by_the_team", String.valueOf(opinion.enteredBy() != null));
        contacts.find(opinion.receiptHash()).ifPresent(contact -> copy.put("email", contact.address()));
        copy.put("answers", answers);
        team.get().decision(Objects.requireNonNull(opinion.id())).ifPresent(decided -> {
            copy.put("decided_at", decided.at().toString());
            copy.put("reason", String.valueOf(decided.reason()));
            copy.put("passed_to", String.valueOf(decided.passedTo()));
            copy.put("note", decided.note() == null ? "null" : decided.note().body());
        });
        team.get().takenDown(Objects.requireNonNull(opinion.id())).ifPresent(takenDown -> {
            copy.put("taken_down_at", takenDown.at().toString());
            copy.put("taken_down_because", String.valueOf(takenDown.reason()));
        });
        team.get().contested(Objects.requireNonNull(opinion.id())).ifPresent(contested -> {
            copy.put("contested_at", contested.filedAt().toString());
            copy.put("contested_because", contested.words());
            copy.put("contested_outcome", String.valueOf(contested.outcome()));
        });
        Map<Long, String> masked = sealed.read(Objects.requireNonNull(opinion.id()));
        if (!masked.isEmpty()) {
            copy.put("answers_before_masking", List.copyOf(masked.values()));
        }
        copy.put(
                "replies",
                team.get().repliesToOpinion(Objects.requireNonNull(opinion.id())).stream()
                        .map(TeamVoice.Said::body)
                        .toList());
        return copy;
    }

    private Receipt receipt(String code, Language language, Opinion opinion) {
        String lang = language.code();
        Questionnaire asked = questionnaires.find(opinion.consultationId()).orElseThrow();
        Contract contract = contracts.find(opinion.contractId()).orElseThrow();
        Visit visit = contracts.visit(lang, contract);
        TextsRead read = texts.read(lang, asked.texts());
        long id = Objects.requireNonNull(opinion.id());
        LocalDate answerBy = asked.consultation().answerBy();
        List<Answer> answers = opinions.findAnswers(List.of(id));
        var page = new OpinionReceiptPage(
                code,
                asked.consultation().slug(),
                read.get(asked.consultation().titleText()),
                opinion.state(),
                opinion.hasWords(),
                Boolean.TRUE.equals(opinion.mayShow()),
                calendar.day(lang, opinion.receivedAt().atZone(visit.zone()).toLocalDate()),
                calendar.day(lang, answerBy),
                asked.consultation().isOpenOn(LocalDate.now(clock.withZone(visit.zone()))),
                OpinionReading.lines(asked, read, answers),
                team.get().decision(id).orElse(null),
                team.get()
                        .takenDown(id)
                        .map(one -> new TakenDown(
                                calendar.day(lang, one.at().atZone(visit.zone()).toLocalDate()),
                                one.reason(),
                                one.explained()))
                        .orElse(null),
                team.get().contested(id).orElse(null),
                opinion.hasWords() && team.get().mayContest(id, Boolean.TRUE.equals(opinion.mayShow())),
                team.get().repliesToOpinion(id),
                team.get().repliesToConsultation(opinion.consultationId()),
                outcomes.of(Said.Kind.OPINION, id, lang),
                distress.help(opinion, answers));
        return new Receipt(
                "consultation/receipt",
                new Layout(
                        messages.say(lang, "consultation.receipt.title"),
                        language,
                        "/suivi/" + code,
                        "",
                        visit.heading()),
                page);
    }

    /**
     * What the receipt shows.
     *
     * @param receivedOn day in words
     * @param answerBy day in words by which the answer is promised
     * @param takenDown when it was shown and is no longer, and nobody has decided anew
     * @param help whom to call, when what was written says that somebody may be in danger
     */
    record OpinionReceiptPage(
            String code,
            String consultationSlug,
            Translated consultation,
            OpinionState state,
            boolean hasWords,
            boolean mayShow,
            String receivedOn,
            String answerBy,
            boolean isOpen,
            List<OpinionRead.Line> lines,
            TeamVoice.@Nullable Decided decided,
            @Nullable TakenDown takenDown,
            TeamVoice.@Nullable Contested contested,
            boolean mayContest,
            List<TeamVoice.Said> replies,
            List<TeamVoice.Said> repliesToAll,
            List<Outcomes.Outcome> outcomes,
            @Nullable Help help) {

        boolean isWaiting() {
            return state == OpinionState.WAITING;
        }

        boolean isWithdrawn() {
            return state == OpinionState.WITHDRAWN;
        }

        /** Before the team has decided. */
        boolean isCorrectable() {
            return isOpen && (state == OpinionState.WAITING || state == OpinionState.READ);
        }
    }

    /** @param day in words @param explained key of a message, "" without a reason */
    record TakenDown(String day, @Nullable String reason, String explained) {}
}
