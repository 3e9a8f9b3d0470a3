package org.portevoix.lead;

import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.Period;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import org.portevoix.contract.Contract;
import org.portevoix.language.Language;
import org.portevoix.mail.Letter;
import org.portevoix.mail.Outbox;
import org.portevoix.web.Digests;

/**
 * The links of leads: 256 random bits, shown once, good for a year or until they are revoked. An e-mail to which one is sent
 * is kept nowhere but in the letter, which is erased when it has left.
 */
@Singleton
class LeadLinks {

    private static final int BYTES = 32;
    private static final Period GOOD_FOR = Period.ofYears(1);

    private final LeadLinkRepository links;
    private final Outbox outbox;
    private final SecureRandom random;
    private final Clock clock;

    LeadLinks(LeadLinkRepository links, Outbox outbox, SecureRandom random, Clock clock) {
        this.links = links;
        this.outbox = outbox;
        this.random = random;
        this.clock = clock;
    }

    /** The token of a new link, sent to {@code email} unless that is ""; empty when this form made one before. */
    @Transactional
    Optional<String> make(
            Contract contract,
            long sheetId,
            String sheet,
            String holder,
            String email,
            String formKey,
            long accountId) {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        String token = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        Instant now = clock.instant();
        Instant expires = now.atZone(contract.zoneId()).plus(GOOD_FOR).toInstant();
        if (links.add(contract.id(), sheetId, hash(token), formKey, holder, accountId, now, expires) == 0) {
            return Optional.empty();
        }
        if (!email.isEmpty()) {
            outbox.write(
                    Letter.of("lead-link", "lead-link/" + HexFormat.of().formatHex(hash(token)), email, Language.SOURCE)
                            .contract(contract.id())
                            .subject("lead.desk.mail.subject", Map.of("sheet", sheet))
                            .say("lead.desk.mail.say", Map.of("sheet", sheet, "territory", contract.territoryName()))
                            .say("lead.desk.mail.secret", Map.of())
                            .link("lead.desk.mail.open", Map.of(), "/pilote/" + token)
                            .build());
        }
        return Optional.of(token);
    }

    /** Empty when it is wrong, revoked or past its year: nobody can tell which. */
    Optional<LeadLink> open(String token) {
        Instant now = clock.instant();
        Optional<LeadLink> found = links.findGood(hash(token), now);
        found.ifPresent(link -> links.used(link.id(), now));
        return found;
    }

    boolean revoke(long contractId, long id) {
        return links.revoke(contractId, id, clock.instant()) == 1;
    }

    private static byte[] hash(String token) {
        return Digests.sha256(token.getBytes(StandardCharsets.UTF_8));
    }
}
