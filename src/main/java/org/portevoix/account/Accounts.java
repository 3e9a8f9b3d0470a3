package org.portevoix.account;

import io.micronaut.scheduling.annotation.Scheduled;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The people of the team: lets them in, and gives them a link to choose a password. */
@Singleton
public class Accounts {

    /** How long a link to choose a password is good. */
    public static final Duration LINK = Duration.ofHours(48);

    private static final Duration BETWEEN_LINKS = Duration.ofMinutes(10);
    private static final Duration BEFORE_FORGETTING = Duration.ofDays(31);
    private static final Pattern EMAIL = Pattern.compile("[a-z0-9.!#$%&'*+/=?^_`{|}~-]+@[a-z0-9-]+(\\.[a-z0-9-]+)*");
    private static final int LONGEST_EMAIL = 254;
    private static final int LONGEST_NAME = 120;

    private final AccountRepository accounts;
    private final OneTimeLinkRepository links;
    private final DeskSessions sessions;
    private final Passwords passwords;
    private final Tokens tokens;
    private final Clock clock;

    Accounts(
            AccountRepository accounts,
            OneTimeLinkRepository links,
            DeskSessions sessions,
            Passwords passwords,
            Tokens tokens,
            Clock clock) {
        this.accounts = accounts;
        this.links = links;
        this.sessions = sessions;
        this.passwords = passwords;
        this.tokens = tokens;
        this.clock = clock;
    }

    /** As accounts keep it: in lower case, without space around. */
    public static String email(String typed) {
        return typed.strip().toLowerCase(Locale.ROOT);
    }

    /** Whether it can be the e-mail address of an account. */
    public static boolean isEmail(String typed) {
        String email = email(typed);
        return email.length() <= LONGEST_EMAIL && EMAIL.matcher(email).matches();
    }

    /**
     * Somebody who has this role in one contract. Who has an account already gets the role besides.
     *
     * @return the token of the link by which they choose a password; empty when they had an account and may still use it
     */
    @Transactional
    public Optional<String> create(String email, String name, Role role, long contractId) {
        Optional<Account> known = accounts.findByEmail(email(email));
        Account account = known.orElseGet(() -> add(email, name, null, false));
        boolean isBack = !account.isActive();
        if (isBack) {
            accounts.reopen(id(account));
        }
        accounts.addMembership(id(account), contractId, role);
        return known.isPresent() && !isBack ? Optional.empty() : Optional.of(link(id(account)));
    }

    /** Somebody who administers the site; empty when they had an account, which stays as it was. */
    @Transactional
    public Optional<String> createAdministrator(String email, String name) {
        Optional<Account> known = accounts.findByEmail(email(email));
        if (known.isPresent() && known.get().isActive()) {
            return Optional.empty();
        }
        Account account = known.orElseGet(() -> add(email, name, null, true));
        accounts.reopen(id(account));
        accounts.setAdministrator(id(account), true);
        return Optional.of(link(id(account)));
    }

    /**
     * The first administrator, with a password already chosen.
     *
     * @return the key of the message that says why not; empty when the account is there
     */
    @Transactional
    public Optional<String> createFirstAdministrator(String email, String name, String password) {
        if (!isEmail(email)) {
            return Optional.of("account.desk.email.invalid");
        }
        Optional<String> fault = passwords.fault(password, email(email));
        if (fault.isPresent()) {
            return fault;
        }
        if (hasAdministrator() || accounts.findByEmail(email(email)).isPresent()) {
            return Optional.of("account.desk.email.taken");
        }
        add(email, name, passwords.hash(password), true);
        links.deleteThoseOfTheFirstAdministrator();
        return Optional.empty();
    }

    /** The token of a link by which they choose another password, until when theirs stays; empty when nobody has this e-mail. */
    @Transactional
    public Optional<String> resetPassword(String email) {
        return isEmail(email)
                ? accounts.findByEmail(email(email)).filter(Account::isActive).map(account -> link(id(account)))
                : Optional.empty();
    }

    /** Whether somebody can sign in who administers the site. */
    public boolean hasAdministrator() {
        return accounts.countAdministrators() > 0;
    }

    /** Names by the id of the account. */
    public Map<Long, String> names(Collection<Long> ids) {
        return ids.isEmpty()
                ? Map.of()
                : accounts.findNames(ids).stream().collect(Collectors.toMap(AccountName::id, AccountName::name));
    }

    /** Who may come in and has this role in this contract, by name. */
    public List<Person> people(long contractId, Role role) {
        return accounts.findMembers(contractId).stream()
                .filter(member -> member.role() == role)
                .map(member -> new Person(member.id(), member.name(), member.email()))
                .toList();
    }

    /** Who coordinates this contract and can sign in; those who administer the site where nobody does. */
    public List<Person> toldOfDanger(long contractId) {
        List<AccountAddress> coordinators = accounts.findCoordinators(contractId);
        return (coordinators.isEmpty() ? accounts.findAdministrators() : coordinators)
                .stream()
                        .map(one -> new Person(one.id(), one.name(), one.email()))
                        .toList();
    }

    /**
     * Whether there is somebody besides this person who may do this in the contract, and can sign in: where two are asked
     * for, as one who writes and one who reads.
     */
    public boolean hasAnother(long contractId, long accountId, Permission permission) {
        return accounts.countOthers(contractId, accountId, roles(permission)) > 0;
    }

    /**
     * Those others: who has such a role in the contract and can sign in, by name; where nobody has, who administers the site.
     * Empty where somebody is to be invited.
     */
    public List<Person> others(long contractId, long accountId, Permission permission) {
        List<AbleAccount> able = accounts.findOthers(contractId, accountId, roles(permission));
        boolean hasOwn = able.stream().anyMatch(AbleAccount::isOfTheContract);
        return able.stream()
                .filter(one -> one.isOfTheContract() || !hasOwn)
                .map(one -> new Person(one.id(), one.name(), one.email()))
                .toList();
    }

    private static List<String> roles(Permission permission) {
        return Arrays.stream(Role.values())
                .filter(role -> role.permissions().contains(permission))
                .map(Role::name)
                .toList();
    }

    /**
     * Those who have not come since {@code before} are no longer of this contract. Who is then of no contract can't sign in;
     * a month later nobody knows who they were. Administrators stay.
     *
     * @return how many left the contract or were forgotten
     */
    @Transactional
    public int eraseUnused(long contractId, Instant before) {
        List<Long> unused = accounts.findUnused(contractId, before);
        for (long id : unused) {
            accounts.leave(id, contractId);
            if (accounts.closeWithoutRole(id) == 1) {
                sessions.closeAll(id);
                links.deleteAll(id);
            }
        }
        return unused.size() + accounts.erase(before.minus(BEFORE_FORGETTING));
    }

    /** Sessions over before that moment; they end by themselves after twelve hours. */
    public int eraseSessions(Instant before) {
        return sessions.erase(before);
    }

    /** Somebody of the team. */
    public record Person(long id, String name, String email) {}

    /** They have come in. */
    void see(long accountId) {
        accounts.see(accountId, clock.instant());
    }

    /** The token of a link for somebody known; empty when they got one in the last minutes, so that nobody is flooded. */
    @Transactional
    Optional<String> anotherLink(long accountId) {
        Instant fresh = clock.instant().plus(LINK).minus(BETWEEN_LINKS);
        return links.countAfter(accountId, fresh) > 0 ? Optional.empty() : Optional.of(link(accountId));
    }

    Optional<Account> findByEmail(String email) {
        return isEmail(email) ? accounts.findByEmail(email(email)).filter(Account::isActive) : Optional.empty();
    }

    /** E-mail addresses of those who may sign in, by the id of the account. */
    public Map<Long, String> emails(Collection<Long> ids) {
        return ids.isEmpty()
                ? Map.of()
                : accounts.findByIdIn(ids).stream()
                        .filter(Account::isActive)
                        .collect(Collectors.toMap(Accounts::id, Account::email));
    }

    /** The id of the account with this e-mail; empty when nobody has it. */
    public Optional<Long> findId(String email) {
        return isEmail(email) ? accounts.findByEmail(email(email)).map(Accounts::id) : Optional.empty();
    }

    /** They are no longer this in the contract; what else they are stays. */
    @Transactional
    public void takeBack(long accountId, long contractId, Role role) {
        accounts.removeMembership(accountId, contractId, role);
    }

    /** The token of a link to make the first administrator, good while there is none. */
    @Transactional
    String linkForFirstAdministrator() {
        return link(null);
    }

    /** Who may sign in with this e-mail and this password. Takes as long for an e-mail that nobody has. */
    Optional<Account> signIn(String email, String password) {
        Optional<Account> account =
                isEmail(email) ? accounts.findByEmail(email(email)).filter(Account::isActive) : Optional.empty();
        return passwords.matches(password, account.map(Account::passwordHash).orElse(null))
                ? account
                : Optional.empty();
    }

    /** Whose link it is; empty when it is no link, was used or is too old. */
    Optional<OneTimeLink> findLink(String token) {
        return links.find(Tokens.hash(token), clock.instant())
                .filter(link -> link.accountId() != null || !hasAdministrator());
    }

    /** Uses the link up; false when somebody did so before. */
    @Transactional
    boolean choosePassword(String token, String password) {
        Optional<OneTimeLink> link = findLink(token);
        if (link.isEmpty() || links.use(Tokens.hash(token), clock.instant()) == 0) {
            return false;
        }
        return changePassword(Objects.requireNonNull(link.get().accountId()), password);
    }

    /** Signs the account out wherever it is signed in. */
    @Transactional
    boolean changePassword(long accountId, String password) {
        boolean isChanged = accounts.setPassword(accountId, passwords.hash(password)) == 1;
        sessions.closeAll(accountId);
        links.deleteAll(accountId);
        return isChanged;
    }

    Optional<Account> find(long id) {
        return accounts.findById(id).filter(Account::isActive);
    }

    List<TeamAccount> team() {
        return accounts.findTeam();
    }

    List<HeldRole> heldRoles() {
        return accounts.findHeldRoles();
    }

    List<Membership> memberships(long accountId) {
        return accounts.findMemberships(accountId);
    }

    Optional<String> fault(String password, String email) {
        return passwords.fault(password, email);
    }

    @Scheduled(fixedDelay = "1h", initialDelay = "${portevoix.jobs.first:6m}")
    void clean() {
        links.deleteOver(clock.instant());
    }

    private Account add(String email, String name, @Nullable String passwordHash, boolean isAdministrator) {
        if (!isEmail(email)) {
            throw new IllegalArgumentException("Not an e-mail address");
        }
        String shortName = name.strip();
        return accounts.save(new Account(
                null,
                email(email),
                shortName.length() > LONGEST_NAME ? shortName.substring(0, LONGEST_NAME) : shortName,
                passwordHash,
                isAdministrator,
                true,
                clock.instant()));
    }

    private String link(@Nullable Long accountId) {
        if (accountId != null) {
            links.deleteAll(accountId);
        }
        String token = tokens.next();
        links.add(Tokens.hash(token), accountId, clock.instant().plus(LINK));
        return token;
    }

    private static long id(Account account) {
        return Objects.requireNonNull(account.id());
    }
}
