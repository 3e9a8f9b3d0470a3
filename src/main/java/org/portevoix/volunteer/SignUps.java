package org.portevoix.volunteer;

import io.micronaut.data.exceptions.DataAccessException;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.portevoix.actionsheet.ActionSheets;
import org.portevoix.contract.Contract;
import org.portevoix.contract.Homes;
import org.portevoix.language.Language;
import org.portevoix.participation.Channel;
import org.portevoix.participation.Phase;
import org.portevoix.receipt.ReceiptCodes;
import org.portevoix.web.SiteSecret;

/** Receives what people offer: from the site, and from the desk for those who called. */
@Singleton
class SignUps {

    private static final int MOST_TURNS = 50;

    private final SignUpRepository signUps;
    private final SignUpInsert insert;
    private final ActionSheets actionSheets;
    private final Homes homes;
    private final ReceiptCodes codes;
    private final SiteSecret secret;
    private final Clock clock;

    SignUps(
            SignUpRepository signUps,
            SignUpInsert insert,
            ActionSheets actionSheets,
            Homes homes,
            ReceiptCodes codes,
            SiteSecret secret,
            Clock clock) {
        this.signUps = signUps;
        this.insert = insert;
        this.actionSheets = actionSheets;
        this.homes = homes;
        this.codes = codes;
        this.secret = secret;
        this.clock = clock;
    }

    /**
     * Receives a sign-up, in a transaction of its own. The same key with the same answers is the same sign-up, and gives the
     * same code; the same key with other answers is another one. Conflict when a slot was cancelled meanwhile.
     *
     * @return the code of its receipt
     */
    String receive(Contract contract, Mission mission, MissionSlots.Offer offer, SignUpForm form, Sent sent) {
        List<Long> slotIds = form.slots(offer);
        List<String> spoken = form.spoken(mission.spokenOffered());
        byte[] submission =
                secret.hmac("sign-up", sent.formKey() + "\n" + mission.id() + "\n" + form.answers(slotIds, spoken));
        for (int turn = 0; turn < MOST_TURNS; turn++) {
            String code = codes.code(sent.formKey(), turn);
            byte[] receipt = codes.hash(code);
            try {
                insert.save(
                        signUp(contract, mission, form, sent, spoken, receipt, submission),
                        slotIds,
                        form.contact(sent.language()),
                        code);
                return code;
            } catch (DataAccessException e) {
                Optional<SignUp> other = signUps.findByReceiptHash(receipt);
                if (other.isPresent() && Arrays.equals(other.get().submissionHash(), submission)) {
                    return code;
                }
                if (other.isEmpty() && !ReceiptCodes.isClash(e)) {
                    throw e;
                }
            }
        }
        throw new IllegalStateException("No free receipt code for this form");
    }

    private SignUp signUp(
            Contract contract,
            Mission mission,
            SignUpForm form,
            Sent sent,
            List<String> spoken,
            byte[] receipt,
            byte[] submission) {
        Instant now = clock.instant();
        ActionSheets.Link sheet = sheet(mission);
        return new SignUp(
                null,
                contract.id(),
                mission.id(),
                receipt,
                submission,
                now,
                form.firstName(),
                String.join(" ", spoken),
                sent.enteredBy(),
                YearMonth.from(now.atZone(contract.zoneId())).toString(),
                sent.channel(),
                sheet == null || sheet.phase() == null ? null : Phase.valueOf(sheet.phase()),
                mission.actionSheetId(),
                homes.of(contract.id(), form.home()),
                sent.language(),
                sheet != null && sheet.isSensitive());
    }

    private ActionSheets.@Nullable Link sheet(Mission mission) {
        Long id = mission.actionSheetId();
        return id == null
                ? null
                : actionSheets.links(Language.SOURCE, List.of(id)).get(id);
    }

    /**
     * How a sign-up came.
     *
     * @param language in which its letters are written
     * @param enteredBy the account that typed it for somebody, or null
     */
    record Sent(
            String formKey,
            String language,
            Channel channel,
            @Nullable Long enteredBy) {}
}
