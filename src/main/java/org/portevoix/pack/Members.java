package org.portevoix.pack;

import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.portevoix.account.Accounts;
import org.portevoix.account.Role;
import org.portevoix.contract.Contract;
import org.portevoix.language.Language;
import org.portevoix.mail.Letter;
import org.portevoix.mail.Outbox;
import org.portevoix.mail.Sealed;
import org.portevoix.web.Digests;
import org.portevoix.web.SiteSecret;

/**
 * The members of the committee who receive the pack: its accounts, and addresses that the coordinator typed, which are sealed as letters
 * are. Each may stop it.
 */
@Singleton
class Members {
    static final Duration GOOD_FOR = Duration.ofDays(90);
    private static final int TOKEN_BYTES = 32;

    private final PackMemberRepository rows;
    private final Accounts accounts;
    private final Outbox outbox;
    private final Secrets secrets;
    private final Clock clock;

    /** What seals addresses and makes links. */
    @Singleton
    record Secrets(Sealed sealed, SiteSecret site, SecureRandom random) {}

    Members(PackMemberRepository rows, Accounts accounts, Outbox outbox, Secrets secrets, Clock clock) {
        this.rows = rows;
        this.accounts = accounts;
        this.outbox = outbox;
        this.secrets = secrets;
        this.clock = clock;
    }

    /** Somebody without an account, as the coordinator reads them. */
    record Known(long id, String name, String address) {}

    /** Somebody of the committee who has an account. */
    record Account(long id, String name, boolean isRefusing) {}

    List<Known> known(long contractId) {
        return rows.findMembers(contractId).stream()
                .map(member -> new Known(
                        member.id(),
                        secrets.sealed().open(member.name()),
                        secrets.sealed().open(member.address())))
                .toList();
    }

    List<Account> accounts(long contractId) {
        Set<Long> refusing = new HashSet<>(rows.findRefusals(contractId));
        return accounts.people(contractId, Role.COMMITTEE).stream()
                .map(person -> new Account(person.id(), person.name(), refusing.contains(person.id())))
                .toList();
    }

    boolean isRefusing(long contractId, long accountId) {
        return rows.findRefusals(contractId).contains(accountId);
    }

    @Transactional
    void add(long contractId, String name, String address) {
        String written = Accounts.email(address);
        rows.addMember(
                contractId,
                secrets.sealed().seal(name),
                secrets.sealed().seal(written),
                secrets.site().hmac("pack", written),
                clock.instant());
    }

    /** Their address goes, with their links and the letters that have not left. False where they are gone already. */
    @Transactional
    boolean remove(long contractId, long memberId) {
        rows.findPacksOf(memberId).forEach(pack -> outbox.takeBack(key(pack, memberId)));
        return rows.removeMember(contractId, memberId) == 1;
    }

    /** @return how many were there too long */
    @Transactional
    int removeAddedBefore(long contractId, Instant before) {
        List<Long> past = rows.findAddedBefore(contractId, before);
        past.forEach(member -> remove(contractId, member));
        return past.size();
    }

    @Transactional
    void choose(long contractId, long accountId, boolean isWanted) {
        if (isWanted) {
            rows.accept(contractId, accountId);
        } else {
            rows.refuse(contractId, accountId);
        }
    }

    /** Empty when it is wrong, or its member is gone: nobody can tell which. */
    Optional<PackLink> open(String token) {
        return rows.findLink(hash(token));
    }

    boolean isGood(PackLink link) {
        return link.expiresAt().isAfter(clock.instant());
    }

    /** Writes to each of them, once for a pack. How many letters were written. */
    @Transactional
    int write(Contract contract, FrozenPack pack, String period) {
        Map<String, Object> about = Map.of("territory", contract.territoryName(), "period", period);
        int written = 0;
        Set<Long> refusing = new HashSet<>(rows.findRefusals(contract.id()));
        Set<String> told = new HashSet<>();
        for (Accounts.Person person : accounts.people(contract.id(), Role.COMMITTEE)) {
            if (!refusing.contains(person.id())) {
                told.add(person.email());
                outbox.write(letter("pack/" + pack.id() + "/account/" + person.id(), person.email(), contract, about)
                        .link(
                                "pack.desk.mail.open",
                                Map.of(),
                                "/equipe/" + contract.slug() + "/dossier/" + pack.number())
                        .say("pack.desk.mail.account", Map.of())
                        .link("pack.desk.mail.stop", Map.of(), "/equipe/" + contract.slug() + "/dossier#recevoir")
                        .build());
                written++;
            }
        }
        for (PackMember member : rows.findMembers(contract.id())) {
            String address = secrets.sealed().open(member.address());
            String token = token();
            if (!told.contains(address)
                    && rows.addLink(
                                    member.id(),
                                    pack.id(),
                                    hash(token),
                                    clock.instant().plus(GOOD_FOR))
                            == 1) {
                outbox.write(letter(key(pack.id(), member.id()), address, contract, about)
                        .link("pack.desk.mail.open", Map.of(), "/dossier/" + token)
                        .say("pack.desk.mail.secret", Map.of("days", GOOD_FOR.toDays()))
                        .link("pack.desk.mail.stop", Map.of(), "/dossier/" + token + "#arret")
                        .build());
                written++;
            }
        }
        return written;
    }

    private static Letter.Builder letter(String key, String to, Contract contract, Map<String, Object> about) {
        return Letter.of("pack", key, to, Language.SOURCE)
                .contract(contract.id())
                .subject("pack.desk.mail.subject", about)
                .say("pack.desk.mail.say", about);
    }

    private static String key(long packId, long memberId) {
        return "pack/" + packId + "/member/" + memberId;
    }

    private String token() {
        byte[] token = new byte[TOKEN_BYTES];
        secrets.random().nextBytes(token);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(token);
    }

    private static byte[] hash(String token) {
        return Digests.sha256(token.getBytes(StandardCharsets.UTF_8));
    }
}
