package org.portevoix.consultation;

import io.micronaut.context.BeanProvider;
import io.micronaut.data.exceptions.DataAccessException;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.portevoix.contract.Contract;
import org.portevoix.contract.Neighbourhood;
import org.portevoix.distress.DistressAlerts;
import org.portevoix.mail.Contact;
import org.portevoix.mail.Contacts;
import org.portevoix.participation.Channel;
import org.portevoix.participation.ParticipationLevel;
import org.portevoix.receipt.ReceiptCodes;
import org.portevoix.web.PageChanges;
import org.portevoix.web.SiteSecret;

/** What writers do with their opinions: give, correct, take back; each with its ledger line, in one transaction. */
@Singleton
public class Opinions {

    private static final int MOST_TURNS = 50;

    private final OpinionRepository opinions;
    private final OpinionCounting counting;
    private final ReceiptCodes codes;
    private final SiteSecret secret;
    private final Places places;
    private final PageChanges pageChanges;
    private final Clock clock;
    private final OpinionInsert insert;
    private final BeanProvider<TeamVoice> team;
    private final Contacts contacts;
    private final OpinionContacts addresses;
    private final SealedWords sealed;
    private final OpinionDistress distress;
    private final List<WordsKept> kept;

    Opinions(
            OpinionRepository opinions,
            OpinionCounting counting,
            ReceiptCodes codes,
            SiteSecret secret,
            Places places,
            PageChanges pageChanges,
            Clock clock,
            OpinionInsert insert,
            BeanProvider<TeamVoice> team,
            Contacts contacts,
            OpinionContacts addresses,
            OpinionDistress distress,
            SealedWords sealed,
            List<WordsKept> kept) {
        this.opinions = opinions;
        this.counting = counting;
        this.codes = codes;
        this.secret = secret;
        this.places = places;
        this.pageChanges = pageChanges;
        this.clock = clock;
        this.insert = insert;
        this.team = team;
        this.contacts = contacts;
        this.addresses = addresses;
        this.sealed = sealed;
        this.distress = distress;
        this.kept = kept;
    }

    /**
     * Receives an opinion, in a transaction of its own. The same key with the same answers is the same opinion, and gives
     * the same code; the same key with other answers (Back button, shared tablet) is another one.
     *
     * @return the code of its receipt
     */
    String receive(Contract contract, Questionnaire questionnaire, OpinionForm form, Sent sent) {
        List<Answer> answers = form.answers(questionnaire);
        byte[] submission = submission(sent.formKey(), questionnaire, form, answers);
        DistressAlerts.Alert alert = distress.alert(contract, questionnaire, answers);
        for (int turn = 0; turn < MOST_TURNS; turn++) {
            String code = codes.code(sent.formKey(), turn);
            byte[] receipt = codes.hash(code);
            try {
                insert.save(
                        opinion(contract, questionnaire, form, sent, receipt, submission, alert != null),
                        answers,
                        contact(questionnaire, form, sent),
                        alert);
                return code;
            } catch (DataAccessException e) {
                Optional<Opinion> other = opinions.findByReceiptHash(receipt);
                if (other.isPresent() && Arrays.equals(other.get().submissionHash(), submission)) {
                    Contact latest = contact(questionnaire, form, sent);
                    if (latest != null) {
                        addresses.keep(receipt, latest);
                    }
                    return code;
                }
                if (other.isEmpty() && !ReceiptCodes.isClash(e)) {
                    throw e;
                }
            }
        }
        throw new IllegalStateException("No free receipt code for this form");
    }

    /**
     * Corrects what was said, before the team has decided; false when it is too late. What once said that somebody may be in
     * danger stays first in the queue; the team is told again where the corrected words tell of another danger.
     */
    @Transactional
    boolean correct(Contract contract, Opinion opinion, Questionnaire questionnaire, OpinionForm form) {
        long id = Objects.requireNonNull(opinion.id());
        boolean hasWords = form.hasWords(questionnaire);
        List<Answer> answers = form.answers(questionnaire);
        boolean isDanger = distress.isNew(questionnaire, answers, opinions.findAnswers(List.of(id)));
        int corrected = opinions.correct(
                id,
                hasWords ? form.mayShow() : null,
                hasWords,
                hasWords ? OpinionState.WAITING : OpinionState.READ,
                isDanger ? Opinion.FIRST : opinion.turn());
        if (corrected == 0) {
            return false;
        }
        DistressAlerts.Alert alert = isDanger ? distress.alert(contract, questionnaire, answers) : null;
        if (alert != null) {
            distress.tell(alert, id, opinion.revision() + 1);
        }
        opinions.deleteAnswers(id);
        kept.forEach(room -> room.changed(id));
        for (Answer answer : answers) {
            opinions.addAnswer(id, answer.questionId(), answer.choice(), answer.scale(), answer.body());
        }
        return true;
    }

    /** Erases the words, the answers, the contact and what the team wrote about them; corrects the ledger once. False when nothing was left to withdraw. */
    @Transactional
    boolean withdraw(String code) {
        Opinion opinion = opinions.findByReceiptHash(codes.hash(code)).orElse(null);
        if (opinion == null) {
            return false;
        }
        long id = Objects.requireNonNull(opinion.id());
        if (opinions.withdraw(id) == 0) {
            return false;
        }
        opinions.deleteAnswers(id);
        contacts.erase(opinion.receiptHash());
        sealed.forget(id);
        kept.forEach(room -> room.gone(id));
        counting.stop(opinion);
        opinions.forgetWriter(id);
        team.get().forget(id);
        pageChanges.changed(Consultation.tag(opinion.consultationId()));
        return true;
    }

    /** Their words and nothing else: they stay counted. How many texts were erased. */
    @Transactional
    public int eraseWords(List<Long> opinionIds) {
        if (opinionIds.isEmpty()) {
            return 0;
        }
        opinions.forgetWords(opinionIds);
        opinionIds.forEach(id -> kept.forEach(room -> room.gone(id)));
        return opinions.deleteWords(opinionIds);
    }

    private Opinion opinion(
            Contract contract,
            Questionnaire questionnaire,
            OpinionForm form,
            Sent sent,
            byte[] receipt,
            byte[] submission,
            boolean isDistress) {
        Consultation consultation = questionnaire.consultation();
        boolean hasWords = form.hasWords(questionnaire);
        var now = clock.instant();
        return new Opinion(
                null,
                contract.id(),
                consultation.id(),
                receipt,
                submission,
                now,
                hasWords ? OpinionState.WAITING : OpinionState.READ,
                hasWords,
                hasWords ? form.mayShow() : null,
                sent.enteredBy(),
                YearMonth.from(now.atZone(contract.zoneId())).toString(),
                ParticipationLevel.valueOf(consultation.level()),
                sent.channel(),
                places.phase(consultation),
                consultation.actionSheetId(),
                home(contract, form),
                sent.language(),
                form.ageBand(),
                form.gender(),
                form.firstTime(),
                places.isSensitive(consultation),
                true,
                0,
                contact(questionnaire, form, sent) != null,
                isDistress ? Opinion.FIRST : Opinion.USUAL);
    }

    /** About what is sensitive, none is kept. */
    private @Nullable Contact contact(Questionnaire questionnaire, OpinionForm form, Sent sent) {
        return form.email().isEmpty() || places.isSensitive(questionnaire.consultation())
                ? null
                : new Contact(Contact.Kind.EMAIL, form.email(), sent.language());
    }

    private String home(Contract contract, OpinionForm form) {
        String home = form.home();
        return home.equals(Neighbourhood.OTHER_TOWN) || places.isNeighbourhood(contract.id(), home)
                ? home
                : Neighbourhood.UNKNOWN;
    }

    private byte[] submission(String formKey, Questionnaire questionnaire, OpinionForm form, List<Answer> answers) {
        String said = answers.stream()
                .map(answer -> answer.questionId() + ":" + answer.choice() + ":" + answer.scale() + ":" + answer.body())
                .collect(Collectors.joining("\n"));
        return secret.hmac(
                "submission",
                String.join(
                        "\n",
                        formKey,
                        String.valueOf(questionnaire.consultation().id()),
                        said,
                        String.valueOf(form.mayShow()),
                        form.home(),
                        String.valueOf(form.ageBand()),
                        String.valueOf(form.gender()),
                        String.valueOf(form.firstTime())));
    }

    /**
     * How an opinion came.
     *
     * @param language in which the form was read
     * @param enteredBy the account that typed it for somebody, or null
     */
    record Sent(
            String formKey,
            String language,
            Channel channel,
            @Nullable Long enteredBy) {}
}
