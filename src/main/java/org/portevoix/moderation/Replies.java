package org.portevoix.moderation;

import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;
import org.portevoix.consultation.Consultations;
import org.portevoix.consultation.OpinionRead;
import org.portevoix.contract.Contract;
import org.portevoix.glossary.PlainCheck;
import org.portevoix.glossary.PlainTexts;
import org.portevoix.language.Language;
import org.portevoix.participation.Act;
import org.portevoix.participation.Ledger;
import org.portevoix.participation.LedgerLine;
import org.portevoix.web.FormKeys;
import org.portevoix.web.PageChanges;

/**
 * Answers residents: the reply, its ledger line and the letters to those who left an address, in one transaction. A form sent twice answers once; one
 * sent again with other words (Back button) answers again.
 */
@Singleton
class Replies {

    private final ReplyRepository replies;
    private final Consultations consultations;
    private final Ledger ledger;
    private final PageChanges pageChanges;
    private final FormKeys formKeys;
    private final ReplyLetters letters;
    private final PlainTexts plainTexts;
    private final Clock clock;

    Replies(
            ReplyRepository replies,
            Consultations consultations,
            Ledger ledger,
            PageChanges pageChanges,
            FormKeys formKeys,
            ReplyLetters letters,
            PlainTexts plainTexts,
            Clock clock) {
        this.replies = replies;
        this.consultations = consultations;
        this.ledger = ledger;
        this.pageChanges = pageChanges;
        this.formKeys = formKeys;
        this.letters = letters;
        this.plainTexts = plainTexts;
        this.clock = clock;
    }

    /**
     * To one writer, on their receipt. Its line names no action sheet: what one person reads is no public reply, and must
     * not keep the promise made to all.
     */
    @Transactional
    void toWriter(Contract contract, OpinionRead opinion, ReplyForm form, long accountId) {
        String key = add(contract, opinion.consultationId(), opinion.id(), form, accountId);
        if (key != null) {
            ledger.record(line(contract, opinion.consultationId()).build());
            letters.toWriter(contract, opinion, form.text().strip(), key);
        }
    }

    /** To all who answered a consultation, for everybody to read. */
    @Transactional
    void toAll(Contract contract, long consultationId, ReplyForm form, PlainCheck plain, long accountId) {
        Consultations.Known known = consultations.find(consultationId).orElseThrow();
        String key = add(contract, consultationId, null, form, accountId);
        if (key != null) {
            ledger.record(line(contract, consultationId)
                    .actionSheet(known.actionSheetId())
                    .build());
            pageChanges.changed(
                    Consultations.tag(consultationId),
                    Consultations.listTag(contract.id()),
                    "followups/" + contract.id());
            plainTexts.keep(contract, ConsultationReplyPages.about(consultationId), accountId, plain);
            letters.toAll(contract, known, form.text().strip(), key);
        }
    }

    /** The key of the reply that was added; null when the form had been sent before. */
    private @Nullable String add(
            Contract contract, long consultationId, @Nullable Long opinionId, ReplyForm form, long accountId) {
        String key = formKeys.of(form.key());
        String text = form.text().strip();
        boolean isOther = replies.findByFormKey(key)
                .filter(one -> !one.body().equals(text))
                .isPresent();
        String own = isOther ? formKeys.next() : key;
        int added = replies.add(contract.id(), consultationId, opinionId, Language.SOURCE, text, accountId, now(), own);
        return added == 1 ? own : null;
    }

    private LedgerLine.Builder line(Contract contract, long consultationId) {
        return LedgerLine.activity(contract.id(), YearMonth.from(now().atZone(contract.zoneId())), Act.REPLY)
                .consultation(consultationId);
    }

    private Instant now() {
        return clock.instant();
    }
}
