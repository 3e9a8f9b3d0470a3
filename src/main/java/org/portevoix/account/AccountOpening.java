package org.portevoix.account;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.portevoix.contract.Contract;
import org.portevoix.contract.Contracts;
import org.portevoix.web.SiteSettings;

/** Opens accounts from the operator's command line, and says in one line of French what came of it. */
@Singleton
public class AccountOpening {

    private static final String LINK = "Lien valable une fois, 48 heures : ";
    private static final String ADMINISTRATOR = "administrator";

    private final Accounts accounts;
    private final Contracts contracts;
    private final SiteSettings settings;

    AccountOpening(Accounts accounts, Contracts contracts, SiteSettings settings) {
        this.accounts = accounts;
        this.contracts = contracts;
        this.settings = settings;
    }

    /**
     * Opens an account, or gives an account that is there one more role.
     *
     * @param role coordinator, committee or administrator
     * @param contractSlug null for the only contract of the site
     */
    public Told open(String email, String name, String role, @Nullable String contractSlug) {
        if (!Accounts.isEmail(email)) {
            return Told.not("« " + email + " » n'est pas une adresse de courriel.");
        }
        if (role.equals(ADMINISTRATOR)) {
            return accounts.createAdministrator(email, name)
                    .map(this::link)
                    .orElseGet(() -> Told.not("Il y a déjà un compte pour " + email + "."));
        }
        Optional<Role> known = List.of(Role.values()).stream()
                .filter(one -> one.name().toLowerCase(Locale.ROOT).equals(role))
                .findFirst();
        if (known.isEmpty()) {
            return Told.not("Je ne connais pas le rôle « " + role + " ».");
        }
        Optional<Contract> contract = contract(contractSlug);
        if (contract.isEmpty()) {
            return Told.not("Dites quel contrat, avec --contract : "
                    + contracts.all().stream().map(Contract::slug).toList());
        }
        return accounts.create(email, name, known.get(), contract.get().id())
                .map(this::link)
                .orElseGet(() -> Told.done(email + " avait un compte : le rôle lui est donné."));
    }

    /** A link to choose another password. */
    public Told reset(String email) {
        return accounts.resetPassword(email)
                .map(this::link)
                .orElseGet(() -> Told.not("Aucun compte actif pour " + email + "."));
    }

    private Told link(String token) {
        return Told.done(
                LINK + settings.url().map(Object::toString).orElse("http://localhost:8080") + "/equipe/mot-de-passe/"
                        + token);
    }

    private Optional<Contract> contract(@Nullable String slug) {
        List<Contract> all = contracts.all();
        return slug != null ? contracts.find(slug) : all.size() == 1 ? Optional.of(all.getFirst()) : Optional.empty();
    }

    /** One line for the operator. */
    public record Told(boolean isDone, String line) {

        static Told done(String line) {
            return new Told(true, line);
        }

        static Told not(String line) {
            return new Told(false, line);
        }
    }
}
