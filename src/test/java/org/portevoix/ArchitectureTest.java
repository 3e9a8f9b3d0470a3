package org.portevoix;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnitAccess;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Clock;

/** Which room of the house may know which. */
@AnalyzeClasses(packages = "org.portevoix", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    private static final String HERE = "org.portevoix.";
    /** Rooms that every feature may lean on, and that lean on no feature. */
    private static final String[] GROUND = {HERE + "web..", HERE + "language..", HERE + "mail.."};

    @ArchTest
    static final ArchRule groundKnowsNoFeature = noClasses()
            .that(resideInAnyPackage(GROUND))
            .should()
            .dependOnClassesThat(resideInAPackage("org.portevoix..").and(not(resideInAnyPackage(GROUND))));

    @ArchTest
    static final ArchRule ledgerKnowsNoFeature = noClasses()
            .that(resideInAPackage(HERE + "participation.."))
            .should()
            .dependOnClassesThat(resideInAPackage("org.portevoix..")
                    .and(not(resideInAnyPackage(GROUND)))
                    .and(not(resideInAPackage(HERE + "participation.."))));

    @ArchTest
    static final ArchRule sealKnowsNoFeature = noClasses()
            .that(resideInAPackage(HERE + "seal.."))
            .should()
            .dependOnClassesThat(resideInAPackage("org.portevoix..")
                    .and(not(resideInAnyPackage(GROUND)))
                    .and(not(resideInAPackage(HERE + "seal.."))));

    @ArchTest
    static final ArchRule onlyOperationKnowsOperation = noClasses()
            .that(not(resideInAPackage(HERE + "operation..")))
            .should()
            .dependOnClassesThat(resideInAPackage(HERE + "operation.."));

    @ArchTest
    static final ArchRule featuresDoNotTurnInCircles = slices().matching(HERE + "(*)..")
            .should()
            .beFreeOfCycles()
            .ignoreDependency(resideInAnyPackage(GROUND), resideInAnyPackage(GROUND));

    @ArchTest
    static final ArchRule noFeatureReadsTheTablesOfAnother =
            classes().should(useOnlyTheirOwn("repositories", named("Repository")));

    @ArchTest
    static final ArchRule rowsDoNotReachForTheClock = noClasses()
            .that()
            .areAnnotatedWith(MappedEntity.class)
            .should()
            .dependOnClassesThat()
            .areAssignableTo(Clock.class);

    /** The operation runs before the site has a clock, and waits for another process in real time. */
    @ArchTest
    static final ArchRule timeComesFromTheClock = classes()
            .that(not(resideInAPackage(HERE + "operation..")))
            .and()
            .doNotHaveFullyQualifiedName(HERE + "web.ClockFactory")
            .should(notAskTheMachineForTheTime());

    @ArchTest
    static final ArchRule namesSayWhatAThingIs =
            noClasses().should().haveNameMatching(".*(Util|Utils|Helper|Manager|Impl|DTO|Dto)");

    private static DescribedPredicate<JavaClass> named(String ending) {
        return DescribedPredicate.describe(
                "named *" + ending, type -> type.getSimpleName().endsWith(ending));
    }

    private static ArchCondition<JavaClass> useOnlyTheirOwn(String what, DescribedPredicate<JavaClass> kind) {
        return new ArchCondition<>("use only their own " + what) {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                type.getDirectDependenciesFromSelf().stream()
                        .filter(use -> use.getTargetClass().getPackageName().startsWith(HERE))
                        .filter(use -> kind.test(use.getTargetClass()))
                        .filter(use -> !use.getTargetClass().getPackageName().equals(type.getPackageName()))
                        .forEach(use -> events.add(SimpleConditionEvent.violated(type, use.getDescription())));
            }
        };
    }

    private static ArchCondition<JavaClass> notAskTheMachineForTheTime() {
        return new ArchCondition<>("not ask the machine for the time") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                type.getAccessesFromSelf().stream()
                        .filter(access -> access instanceof JavaCodeUnitAccess<?> unit && asksTheMachine(unit))
                        .forEach(access -> events.add(SimpleConditionEvent.violated(type, access.getDescription())));
            }
        };
    }

    private static boolean asksTheMachine(JavaCodeUnitAccess<?> access) {
        String owner = access.getTargetOwner().getName();
        String name = access.getName();
        boolean isWithoutClock =
                access.getTarget().getRawParameterTypes().stream().noneMatch(type -> type.isEquivalentTo(Clock.class));
        return owner.equals("java.time.Clock") && (name.startsWith("system") || name.startsWith("tick"))
                || owner.startsWith("java.time.") && name.equals("now") && isWithoutClock
                || owner.equals("java.lang.System") && name.equals("currentTimeMillis")
                || owner.equals("java.util.Date")
                        && name.equals("<init>")
                        && access.getTarget().getRawParameterTypes().isEmpty();
    }
}
