package org.portevoix.account;

import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.portevoix.contract.Contract;
import org.portevoix.contract.Contracts;
import org.portevoix.web.SiteSettings;

/** What the operator's commands do with accounts, and say. */
@Singleton
public class AccountCommands {

    private final Accounts accounts;
    private final Contracts contracts;
    private final String base;

    AccountCommands(
            Accounts accounts,
            Contracts contracts,
            SiteSettings settings,
            @Value("${micronaut.server.port}") int port) {
        this.accounts = accounts;
        this.contracts = contracts;
        this.base = settings.url().map(Object::toString).orElse("http://localhost:" + port);
    }

    /**
     * Exactly one of the last three says what the person is.
     *
     * @param coordinator slug of the contract that they coordinate
     * @param committee slug of the contract whose figures alone they read
     */
    public Outcome create(
            String email,
            @Nullable String name,
            @Nullable String coordinator,
            @Nullable String committee,
            boolean isAdministrator) {
        long said = Stream.of(coordinator != null, committee != null, isAdministrator)
                .filter(given -> given)
                .count();
        if (said != 1) {
            return Outcome.refused(
                    "Dites ce qu'est la personne, d'une seule façon : --coordinator CONTRAT, --committee CONTRAT"
                            + " ou --administrator.");
        }
        if (!Accounts.isEmail(email)) {
            return Outcome.refused("« " + email + " » n'est pas une adresse e-mail.");
        }
        String shown = name == null || name.isBlank() ? Accounts.email(email) : name;
        if (isAdministrator) {
            return accounts.createAdministrator(email, shown)
                    .map(this::link)
                    .orElseGet(() -> Outcome.refused("« " + email + " » a déjà un compte."));
        }
        String slug = coordinator == null ? committee : coordinator;
        Optional<Contract> contract = slug == null ? Optional.empty() : contracts.find(slug);
        if (contract.isEmpty()) {
            return Outcome.refused("Ce site n'a pas de contrat « " + slug + " ».");
        }
        Role role = coordinator == null ? Role.COMMITTEE : Role.COORDINATOR;
        return accounts.create(email, shown, role, contract.get().id())
                .map(this::link)
                .orElseGet(() -> new Outcome(true, "« " + email + " » avait déjà un compte : son rôle est ajouté."));
    }

    public Outcome resetPassword(String email) {
        return accounts.resetPassword(email)
                .map(this::link)
                .orElseGet(() -> Outcome.refused("Personne n'a de compte avec « " + email + " »."));
    }

    private Outcome link(String token) {
        return new Outcome(
                true,
                "Lien pour choisir le mot de passe (valable une fois, 48 heures) : " + base + "/equipe/mot-de-passe/"
                        + token);
    }

    /** What to say, and whether it was done. */
    public record Outcome(boolean isDone, String line) {

        static Outcome refused(String line) {
            return new Outcome(false, line);
        }
    }
}
