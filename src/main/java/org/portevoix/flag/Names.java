package org.portevoix.flag;

import jakarta.inject.Singleton;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A carer or somebody who works for the town or a service, by name: what is said of them is about a person. */
@Singleton
final class Names implements Detector {

    private static final String NAME = "\\p{Lu}[\\p{L}'’-]+(?:\\s\\p{Lu}[\\p{L}'’-]+){0,2}|[A-Z]\\.";

    private static final String CARERS =
            "docteur|docteure|dr|doctoresse|professeur|pr|infirmi(?:er|ère)|sage-femme|kiné|kinésithérapeute"
                    + "|dentiste|psychologue|psychiatre|médecin|pharmacien(?:ne)?|aide-soignante?|assistante? sociale?|ophtalmo|gynécologue|pédiatre"
                    + "|éducat(?:eur|rice)|animat(?:eur|rice)|direct(?:eur|rice)|agente?|médiat(?:eur|rice)|secrétaire|conseill(?:er|ère)|policier|policière|brigadier"
                    + "|doctor|doctora|doutor|doutora|doctorul|nurse|доктор|врач|лікар|doktor";

    /** "le docteur Martin", "Dr. MARTIN", "l'infirmière Sophie". */
    private static final Pattern CARER = Pattern.compile(
            "(?<![\\p{L}])(?iu:" + CARERS + ")\\.?\\s+(?:(?:Mme|M\\.|Mr|Madame|Monsieur)\\s+)?(?:" + NAME + ")");

    /** In small letters only where the title stands before a name: "le docteur martin". */
    private static final Pattern CARER_IN_SMALL = Pattern.compile(
            "(?<![\\p{L}])(?iu:le|la|du|au|chez|mon|ma)\\s(?iu:docteur|docteure|dr\\.?)\\s+(?!(?iu:de|du|des|d|qui|que|est|a|et|m|me|ne|nous|vous|ou|on|il|elle|pour|le|la|les|au|dit|ma|mon|était|avait|sans|avec|dans|en|généraliste|traitant|très|trop|vient|doit|peut|se|s|y|car|mais|quand|si|sur|par|plus|parle|comprend|prend|trouve|reçoit|écoute|arrive|part|lui|aussi|ici|là)(?![\\p{L}]))\\p{Ll}{3,}");

    private static final String SERVICES =
            "mairie|accueil|hôpital|clinique|cpam|caf|préfecture|centre|guichet|école|collège|lycée|crèche|pmi|ccas|police|bailleur|opac|oph"
                    + "|maison|service|bureau|standard|urgences|laboratoire|pharmacie|cabinet|mission locale|pôle emploi|france travail|sécu|sécurité sociale|état civil|gardien|gardienne";

    /** "Mme Diallo de la mairie", "Monsieur Petit à l'accueil". */
    private static final Pattern AGENT = Pattern.compile(
            "(?<![\\p{L}])(?:Mme|Mlle|M\\.|Mr|Monsieur|Madame|Mademoiselle|madame|monsieur|mme)\\s+(?:" + NAME
                    + ")(?=[^.!?\\n]{0,40}?(?iu:\\b(?:de la|du|de l['’]|des|à la|à l['’]|au|aux|qui (?:travaille|est|tient|s['’]occupe)[^.!?\\n]{0,20})\\s?(?:"
                    + SERVICES + ")))");

    private static final Pattern OTHERS = Pattern.compile(
            "(?:الدكتور|الدكتورة|دكتور|دكتورة)\\s+\\p{IsArabic}{3,}|\\p{IsHan}{1,3}(?:医生|大夫|护士)(?=[^\\p{IsHan}]|对|不|很|太|没|给|让|说|在)|டாக்டர்\\s+\\p{IsTamil}{2,}|(?:ডাক্তার|ডা\\.)\\s+\\p{IsBengali}{2,}");

    private static final Pattern COMMON_HAN =
            Pattern.compile("(?:家庭|好|女|男|老|看|找|请|的|个|位|些|名|有|多|全科|牙科|中|急诊|这|那|和|是|给|叫|问|见|去|让|儿科|眼科|妇科).*");

    @Override
    public Stream<Found> find(String words) {
        return Stream.of(CARER, CARER_IN_SMALL, AGENT, OTHERS)
                .flatMap(pattern -> pattern.matcher(words).results())
                .filter(match -> !COMMON_HAN.matcher(match.group()).matches())
                .map(match -> new Found(FlagKind.CARER_OR_AGENT, match.start(), match.end()));
    }
}
