package org.portevoix.operation;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.portevoix.account.AccountCommands;
import org.portevoix.importing.ContractExport;
import org.portevoix.importing.ContractImport;
import org.portevoix.importing.ImportReport;
import org.portevoix.participation.LedgerCube;
import org.portevoix.seal.Act;
import org.portevoix.seal.Deed;
import org.portevoix.seal.Seal;
import org.portevoix.synthetic.SyntheticContract;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** The commands of {@code ./run}: a method each. */
@Command(
        name = "./run",
        synopsisHeading = "Usage : ",
        customSynopsis = "./run [commande] [options]",
        description = {"", "Porte-Voix : la parole des habitants dans le contrat local de santé.", ""},
        commandListHeading = "Commandes (sans commande : serve) :%n",
        parameterListHeading = "%n",
        optionListHeading = "%n",
        footer = {
            "",
            "Réglages, par variables d'environnement :",
            "  MICRONAUT_SERVER_PORT        port du site (8080)",
            "  PORTEVOIX_DATA               dossier de données (./data)",
            "  PORTEVOIX_SECRET             secret du site, le même sur toutes ses machines (fichier secret du dossier de données)",
            "  PORTEVOIX_URL                adresse publique du site",
            "  PORTEVOIX_PROXIES            adresses des relais dont les en-têtes X-Forwarded-* sont crus",
            "  PORTEVOIX_METRICS_TOKEN      ouvre /prometheus et le détail de /health à qui le donne",
            "  PORTEVOIX_LOG=json           journal en JSON, une ligne par événement (texte sinon)",
            "  PORTEVOIX_ADMIN_EMAIL, PORTEVOIX_ADMIN_PASSWORD",
            "                               créent le premier compte de l'équipe, tant qu'il n'y en a pas",
            "  DATASOURCES_DEFAULT_URL, DATASOURCES_DEFAULT_USERNAME, DATASOURCES_DEFAULT_PASSWORD",
            "                               votre base MariaDB ou MySQL, au lieu de la base embarquée",
            "  PORTEVOIX_MIGRATION_USERNAME, PORTEVOIX_MIGRATION_PASSWORD",
            "                               compte qui crée les tables de votre base (celui du site)"
        })
public final class Main implements Callable<Integer> {
    private static final Logger LOG = LoggerFactory.getLogger(Main.class);
    private static final int FAILED = 1;
    private static final int MISUSED = 2;

    private Main() {}

    public static void main(String[] args) {
        Thread.setDefaultUncaughtExceptionHandler((thread, failure) -> LOG.error("a thread ended", failure));
        System.exit(commands().execute(args));
    }

    private static CommandLine commands() {
        return new CommandLine(new Main())
                .setUsageHelpWidth(120)
                .setParameterExceptionHandler(Main::misuse)
                .setExecutionExceptionHandler(Main::failure);
    }

    @Override
    public Integer call() throws Exception {
        return serve();
    }

    @Command(description = "Ouvre le site, jusqu'à Ctrl-C.")
    int serve() throws Exception {
        return Operation.serve();
    }

    @Command(
            name = "import",
            description = "Charge ou met à jour un contrat depuis son fichier (docs/contract-file.md).")
    int importContract(
            @Parameters(paramLabel = "FICHIER") Path file,
            @Option(names = "--replace", description = "Écrase aussi ce qui a été modifié au bureau.") boolean replace)
            throws Exception {
        Optional<ImportReport> unfit = ContractImport.unfit(file);
        return unfit.isPresent()
                ? tell(unfit.get())
                : Operation.withSite(
                        site -> tell(site.getBean(ContractImport.class).importFile(file, replace)));
    }

    @Command(
            name = "export",
            description = "Écrit un contrat, tel que le site le tient, dans un fichier que « import » relit.")
    int exportContract(
            @Parameters(paramLabel = "CONTRAT", description = "Son nom dans les adresses.") String contract,
            @Parameters(paramLabel = "FICHIER") Path file)
            throws Exception {
        return Operation.withSite(site -> {
            Optional<String> yaml = site.getBean(ContractExport.class).yaml(contract);
            if (yaml.isEmpty()) {
                tell("Ce site n'a pas de contrat « " + contract + " ».");
                return FAILED;
            }
            Files.writeString(file, yaml.get());
            site.getBean(Seal.class).recordAlone(Deed.of(Act.CONTRACT_EXPORTED).about("contract", contract));
            System.out.println("Contrat écrit dans " + file + ".");
            return 0;
        });
    }

    @Command(
            name = "create-account",
            description = "Crée un compte de l'équipe et donne le lien pour choisir son mot de passe.")
    int createAccount(
            @Parameters(paramLabel = "ADRESSE-E-MAIL") String email,
            @Option(names = "--name", paramLabel = "NOM", description = "Nom de la personne.") @Nullable String name,
            @Option(
                            names = "--coordinator",
                            paramLabel = "CONTRAT",
                            description = "Coordonne ce contrat : lit, décide, répond.")
                    @Nullable
                    String coordinator,
            @Option(
                            names = "--committee",
                            paramLabel = "CONTRAT",
                            description = "Lit les chiffres de ce contrat, sans les mots des habitants.")
                    @Nullable
                    String committee,
            @Option(names = "--administrator", description = "Administre tout le site.") boolean isAdministrator)
            throws Exception {
        return Operation.withSite(site ->
                tell(site.getBean(AccountCommands.class).create(email, name, coordinator, committee, isAdministrator)));
    }

    @Command(name = "reset-password", description = "Donne un lien pour choisir un autre mot de passe.")
    int resetPassword(@Parameters(paramLabel = "ADRESSE-E-MAIL") String email) throws Exception {
        return Operation.withSite(
                site -> tell(site.getBean(AccountCommands.class).resetPassword(email)));
    }

    @Command(description = "Met les tables à jour, puis s'arrête ; le site qui sert, lui, continue.")
    int migrate() throws Exception {
        return Operation.withSite(site -> {
            System.out.println("Les tables sont à jour.");
            return 0;
        });
    }

    @Command(description = "Écrit tout le site dans un fichier, pendant qu'il sert (docs/operations.md).")
    int backup(
            @Parameters(paramLabel = "FICHIER") Path file,
            @Option(
                            names = "--without-secret",
                            description =
                                    "Sans le secret du site : gardez-le ailleurs, les codes de suivi en dépendent.")
                    boolean withoutSecret)
            throws Exception {
        return Operation.withoutSite(operation -> new BackupCommands(operation).backup(file, !withoutSecret));
    }

    @Command(description = "Remet une sauvegarde dans un dossier neuf ou une base vide, et relit tout.")
    int restore(
            @Parameters(paramLabel = "FICHIER") Path file,
            @Option(names = "--check", description = "Vérifie le fichier, sans rien écrire.") boolean check,
            @Option(names = "--replace", description = "Efface d'abord ce que la base contient.") boolean replace)
            throws Exception {
        return Operation.withoutSite(operation -> {
            BackupCommands commands = new BackupCommands(operation);
            return check ? commands.check(file) : commands.restore(file, replace);
        });
    }

    @Command(
            name = "verify-log",
            description = "Relit tout le journal scellé et nomme chaque ligne modifiée, retirée ou déplacée.")
    int verifyLog(
            @Parameters(
                            paramLabel = "SCEAU",
                            arity = "0..*",
                            description = "Sceaux reçus par courriel (numéro:empreinte) : le journal doit y passer.")
                    @Nullable
                    List<String> heads)
            throws Exception {
        return Operation.withoutSite(
                operation -> new VerifyLogCommand(operation).verify(heads == null ? List.of() : heads));
    }

    @Command(
            description =
                    "Refait toutes les sommes des chiffres à partir du registre (le site peut servir pendant ce temps).")
    int recount() throws Exception {
        return Operation.withSite(site -> {
            long lines = site.getBean(LedgerCube.class)
                    .rebuild(counted -> System.out.print("\r" + counted + " lignes comptées"));
            System.out.println("\rLes sommes sont refaites : " + lines + " lignes du registre.");
            return 0;
        });
    }

    @Command(description = "Regarde si tout va bien, et dit quoi faire sinon.")
    int doctor() throws Exception {
        return Operation.withoutSite(operation -> new Doctor(operation).look(System.out::println));
    }

    @Command(description = "Crée un contrat inventé, avec des avis et des chiffres inventés (démonstrations, mesures).")
    int synthetic(
            @Option(
                            names = "--actions",
                            paramLabel = "N",
                            defaultValue = "0",
                            description = "Nombre d'actions de plus (0).")
                    int actions,
            @Option(names = "--events", paramLabel = "N", defaultValue = "0", description = "Nombre d'événements (0).")
                    int events,
            @Option(
                            names = "--opinions",
                            paramLabel = "N",
                            defaultValue = "1000",
                            description = "Nombre d'avis (1000).")
                    int opinions,
            @Option(
                            names = "--lines",
                            paramLabel = "N",
                            defaultValue = "10000",
                            description = "Nombre d'autres lignes du registre (10000).")
                    int lines,
            @Option(
                            names = "--contract",
                            paramLabel = "NOM",
                            description = "Nom dans les adresses, qui commence par synthetique-.")
                    @Nullable
                    String contract)
            throws Exception {
        var size = new SyntheticContract.Size(actions, events, opinions, lines);
        return Operation.withSite(
                site -> tell(site.getBean(SyntheticContract.class).make(contract, size, System.out::println)));
    }

    @Command(
            aliases = {"--help", "-h"},
            description = "Affiche cette aide.")
    int help() {
        commands().usage(System.out);
        return 0;
    }

    private static int misuse(ParameterException misuse, String[] args) {
        tell(reason(misuse) + " « ./run help » donne la liste des commandes.");
        return MISUSED;
    }

    private static String reason(ParameterException misuse) {
        return switch (misuse) {
            case UnmatchedArgumentException unknown ->
                "Je ne connais pas « " + String.join(" ", unknown.getUnmatched()) + " ».";
            case MissingParameterException missing ->
                "Il manque quelque chose : "
                        + missing.getMissing().stream()
                                .map(argument -> argument.paramLabel())
                                .toList()
                        + ".";
            default -> "Je ne comprends pas : " + misuse.getMessage();
        };
    }

    private static int failure(Exception failure, CommandLine command, ParseResult parsed) {
        if (failure instanceof Refusal refusal) {
            LOG.debug("refused", refusal);
            tell(refusal.line());
        } else {
            LOG.error("unexpected failure", failure);
            tell("Porte-Voix s'arrête sur une erreur imprévue : " + deepest(failure) + " (le détail est au-dessus)");
        }
        return FAILED;
    }

    private static int tell(ImportReport report) {
        if (report.isDone()) {
            report.lines().forEach(System.out::println);
            return 0;
        }
        report.lines().forEach(Main::tell);
        return FAILED;
    }

    private static int tell(AccountCommands.Outcome outcome) {
        if (outcome.isDone()) {
            System.out.println(outcome.line());
            return 0;
        }
        tell(outcome.line());
        return FAILED;
    }

    private static int tell(SyntheticContract.Outcome outcome) {
        if (outcome.isDone()) {
            System.out.println(outcome.line());
            return 0;
        }
        tell(outcome.line());
        return FAILED;
    }

    private static Throwable deepest(Throwable failure) {
        Throwable cause = failure.getCause();
        return cause == null ? failure : deepest(cause);
    }

    private static void tell(String line) {
        PrintWriter errors = new PrintWriter(System.err, true, System.err.charset());
        errors.println(line.replaceAll("\\s*\\R\\s*", " "));
    }
}
