/*
 * Passwords that people choose, by kind, at least as long as an export requires. Attackers start with the weak kinds:
 * the most leaked ones, keyboard walks, names and words followed by a year or a symbol.
 */

const words = (text: string): readonly string[] => text.trim().split(/\s*\n\s*/);

export const weakPasswords: Readonly<Record<string, readonly string[]>> = {
  common: words(`
    password
    password1
    Password1!
    P@ssw0rd!
    passw0rd123
    12345678
    123456789
    1234567890
    11111111
    iloveyou
    iloveyou1
    sunshine
    princess1
    football1
    baseball
    trustno1
    superman1
    welcome1
    Welcome123
    Welcome2026!
    letmein123
    changeme
    Changeme1!
    administrator
    admin123
    Admin2026!
    starwars
    dragon123
    monkey123
    whatever
    hockey99
    computer
    internet1
    motdepasse
    motdepasse1
    Motdepasse123!
    bonjour123
    jetaime1
    doudou123
    loulou123
    soleil123
    chocolat
    coucou123
    marseille
    secret123
    Default1!
    testtest
    Test1234
    temp1234
    qwerty123
  `),
  walks: words(`
    qwertyuiop
    qwertyui
    asdfghjkl
    zxcvbnm,
    1qaz2wsx
    1qaz2wsx3edc
    qazwsxedc
    zaq12wsx
    !QAZ2wsx
    azertyuiop
    azerty123
    Azerty123!
    qsdfghjklm
    wxcvbn123
    poiuytreza
    poiuytrewq
    0987654321
    987654321
    147258369
    159753456
    q1w2e3r4
    q1w2e3r4t5
    asdf1234
    asdfasdf
    abcd1234
    abcdefgh
    abc12345
    aaaaaaaa
    aaaa1111
    12341234
    121212121212
    abcabcabc
  `),
  names: words(`
    Jennifer1
    Michael2026
    ashley1987
    jessica12
    Christopher
    elizabeth1
    Alexandre1
    Sébastien1
    nathalie75
    Véronique1
    Stéphanie
    francois1
    Frédéric2026
    Geneviève
    Mathieu123
    guillaume1
    Tremblay1985
    Gagnon2026
    Bouchard1!
    Bergeron12
    Lavoie2024
    Pelletier1
    Smith2026
    Johnson123
    Williams1!
    Anderson1
    Thompson12
    Campbell1
    MacDonald1
    McDonald1
    Robertson2026
    Nguyen123
    Rodriguez1
    Fitzgerald1
    Papadopoulos
    Henderson12
    Cunningham1
    Charlotte2019
    Olivier2020
    Gretzky99
    Crosby87!
    Isabelle1
  `),
  places: words(`
    Toronto1
    Toronto2026
    Montreal2026
    montréal1
    Ottawa2026!
    Canada123
    canada2026
    Québec2026
    Gatineau1
    Sudbury2026
    Hamilton1
    Mississauga
    Mississauga1
    Vancouver1
    Winnipeg1
    Brampton12
    Kingston1!
    Windsor2026
    Ontario123
    Ontario2026!
    London2026
    Sherbrooke1
    Mapleleafs1
    Canadiens1
    Raptors2019
    Bluejays1
  `),
  school: words(`
    teacher1
    Teacher2026
    Student123
    student1
    Principal1
    classroom1
    homework1
    Kindergarten
    Schoolboard1
    School2026
    School123!
    Library1!
    Science2026
    Football2026
    Graduation1
    Semester1
    Education1
    Education2026
    mathematics
    ecole123
    école2026
    École2026!
    Éducation1
    éducation2026
    professeur
    professeur1
    Enseignant1
    enseignante
    étudiante1
    bibliothèque
    Rentrée2026
    rentree2026
    directeur1
    Directrice1!
    Maternelle
    récréation
    vacances1
    mathématiques
    secondaire1
    Secretariat
    Secrétariat1
    Graduate2026
  `),
  dates: words(`
    20260125
    25012026
    01252026
    19851231
    31121985
    12/31/1985
    1985-12-31
    25.01.2026
    2026-01-25
    January2026
    February1
    September2026
    Septembre2026
    Janvier2026!
    Février2026
    août2026!
    Décembre2025
    Summer2026
    Summer2026!
    Winter2025!
    Spring2026
    Autumn2026
    Printemps2026!
    Automne2026
    Hiver2026!
    Été2026!
    Monday123
    Vendredi13
    Friday13!
    Noel2026
    Christmas1
    20262027
  `),
  words: words(`
    butterfly1
    elephant12
    chicken1!
    strawberry1
    pineapple1
    mountain12
    snowboard1
    snowflake1
    telephone1
    Basketball1
    Volleyball1
    Security1!
    Microsoft1
    November11
    chocolate1
    cheesecake1
    Hamburger1
    papillon1
    chaussette
    chaussure1
    éléphant1
    fenêtre12
    forêt2026
    château1
    chocolatine
    ordinateur
    ordinateur1
    fromage123
    bibliothecaire
    tournesol1
    grenouille
    Grenouille1
    coccinelle
    sauterelle1
    pamplemousse
    framboise1
    caribou123
    Caribou2026
    raton-laveur
    dépanneur1
    poutine123
    tabarnak1
    crème brûlée
    à bientôt
    bonne journée
    joyeux noël
    je t’aime
    i love you
    good morning
    thank you
    happy birthday
    bon anniversaire
  `),
  substituted: words(`
    5un5h1n3
    f00tb4ll
    B4s3b4ll!
    M0ntr34l
    T0r0nt0!
    0nt4r10!
    3c0le2026
    B0nj0ur!
    S0l31l123
    Pr1nc3ss
    sch00l123
    t34ch3r1
    drowssap
    noitacude
    Bluejays!!
    passwordpassword
    bonjourbonjour
    SUNSHINE1
    sUnShInE
    M1cr0s0ft
  `),
  more: words(`
    Etobicoke1
    Scarborough
    Scarborough2026
    Peterborough1
    Thunderbay1
    ThunderBay2026
    NorthBay2026!
    Timmins2026
    Oshawa2026
    Markham123
    Vaughan2026
    Burlington1!
    Oakville99
    Guelph2026
    Kitchener1
    Waterloo2026!
    Cornwall1
    Pembroke1
    Brockville1
    Belleville2026
    Orillia2026
    Newmarket1
    Richmondhill
    Kapuskasing1
    Hawkesbury1
    Trois-Rivières
    Rimouski1
    Chicoutimi1
    Saguenay2026
    Drummondville
    Saint-Jean1
    Laval2026
    Longueuil1
    Repentigny1
    Terrebonne2026
    Beauharnois1
    Moncton2026
    Saskatoon1
    Edmonton2026
    Calgary2026!
    Okonkwo2026
    Kowalski1
    Kowalczyk2026
    Srinivasan1
    Balakrishnan
    Venkatesh1
    Ramanathan2026
    Gonzalez2026
    Hernandez1!
    Fernandes12
    MacKenzie1
    MacPherson2026
    O'Sullivan1
    OBrien2026
    Villeneuve1
    Desrochers1
    Desjardins2026
    Beauchamp12
    Charbonneau
    Charbonneau1!
    Vaillancourt
    Archambault1
    Laframboise
    Lachance2026
    Thibodeau1
    Robichaud2026
    Steinberg1
    Wojciechowski
    Giannopoulos1
    Dimitriou2026
    Christodoulou
    Mohammed2026
    Abdullahi1
    Chaudhry2026
    Krishnamurthy
    Priyanka2026
    Aaliyah2019
    Marguerite1
    Maximilien2
    Théophile1
    Anne-Sophie
    Jean-François
    Marie-Eve12
    Jeanfrancois1
    Mariepier2026
    Zachary2018
    superintendent
    Superintendent1
    viceprincipal
    Viceprincipal1
    Custodian1
    Caretaker2026
    Timetable1
    Registrar2026
    Attendance1!
    Reportcard1
    Gymnasium12
    Cafeteria1!
    Literacy2026
    Numeracy2026
    Curriculum1
    Psychologie1
    géographie12
    Géographie2026
    conseilscolaire
    Conseil2026!
    Surintendante1
    bulletin2026
    orthopédagogue
    cafétéria1
    gymnase2026
    présence123
    horaire2026
    inscription1
    moyenneunite
    primaire123
    directionecole
    francophonie1
    Catholique2026
    toboggan12
    maringouin1
    écureuil12
    ecureuil12
    libellule1
    hirondelle
    hirondelle1
    framboisier1
    citrouille
    Citrouille31
    epouvantail
    trottinette
    trottinette1
    parapluie12
    ascenseur1
    anticonstitutionnel
    dictionnaire1
    tarte aux pommes
    sirop d’érable
    siropderable
    feuillederable
    bienvenue1
    bienvenue2026
    merci beaucoup
    rhododendron1
    hippopotamus
    hippopotame1
    rhinoceros12
    Pterodactyl1
    chrysanthemum
    zucchini2026
    ragamuffin1
    Lacrosse2026
    toque2026
    maplesyrup
    maplesyrup1
    Mapleleaf67
    gooseberry1
    snowmobile1
    motoneige1
    icefishing1
    winnipegjets
    Timhortons1
    timbits123
    Smarties123
    Nordiques95
    expos1994
    Alouettes1
    Wolverine12
    Spitfires2026
    wolfpack2026
    Huskies2026
    Dumbledore1
    Hogwarts123
    pikachu2026
    Minecraft1
    Fortnite2026
    minecraft2026
    Skywalker77
    Gandalf123
    Asterix123
    Obelix2026
    Schtroumpf1
    tintinmilou
    M1ss1ss4ug4!
    Sc4rb0r0ugh
    K1tch3n3r!
    S4gu3n4y1
    Tr3mbl4y!
    b1bl10th3qu3
    3l3ph4nt!
    P0utin3!!
    Jul1373
    mississaugamississauga
    qwertz123
    qweasdzxc
    1q2w3e4r5t6y
    azeqsdwxc
    nbvcxwmlk
    poiuytre
    mlkjhgfdsq
    aqwzsxedc
    éàçèéàçè
    &é"'(-è_
    19/08/1978
    August191978
    14juillet1789
    14juillet!
    24juin2026
    1erjuillet
    1juillet1867
    canadaday1
    boxingday26
    halloween31
    paques2026
    Pâques2026!
    stjeanbaptiste
    labourday1
    mardigras1
    2025-2026
    annee2026
    Année2026!
  `),
  others: words(`
    Leamington1
    Collingwood2026
    Gravenhurst
    Penetanguishene
    Mont-Tremblant
    Shawinigan2026
    Rouyn-Noranda
    Boucherville1
    Whitehorse1!
    Yellowknife2026
    Charlottetown1
    Fredericton2026
    Oyelaran2026
    Nakamura1!
    Szczepanski1
    Haddad2026!
    Bhattacharya1
    McAllister2026
    DiCaprio1
    deVries2026
    St-Pierre1985
    Lafleur10
    Beaulieu2026!
    Quenneville1
    Gwendolyn7
    Clémentine12
    Anne Marie 82
    Barthélemy1
    valedictorian1
    homeroom204
    recess2026
    Chromebook1
    Edsby2026!
    brightspace1
    moodle2026
    Orthophoniste1
    calculatrice12
    cartable2026!
    perfectionnement
    élève2026
    Élèves123!
    cour de récré
    maître d’école
    salle 204
    kayak2026!
    Loonie1987
    toonie2026
    beavertail1
    Butterscotch9
    marmotte1
    orignal2026
    grand nord
    bleuets du lac
    feu de camp
    nuit blanche
    peanut butter
    ice cream 1
    new year 2026
    merry christmas
    golden retriever
    chien2026!
    p0mmed3t3rr3
    H0ck3yN1ght
    Stanl3yCup
    P4piII0n
    qazxswedc
    zxcvasdf1
    1029384756
    azer1234qsdf
    10101010
    24061834
    9-1-1985
    mai 2026!
    juillet1976
    Avril20-26
  `),
  own: words(`
    mapledistrict
    maple district
    Maple2026
    MapleDSB1
    powerschool
    PowerSchool1
    PowerSchool2026!
    powerschool maple
    maplepowerschool
    School Board
  `),
};

export const strongPasswords: Readonly<Record<string, readonly string[]>> = {
  random: words(`
    gW7#tq9Lx2pV
    xK4!mZq8rT
    vB9zQ2nW6fJp
    8hT$wY3kRb5N
    mq7rzk2xvt9p
    Zr!4pWq_9sLd
    tj3XhG8wVzQb
    2nF^kP7yXc
    çQ7é!mLx4Zà
    5Tqv8RzmXw1K
    uJ6wZkq3Ybn0
    hG2!vR9$tLm4
    rX8pLq5ZtWv3
    kD-7nXz-4QwP
    bq9wJm4vTz6h
    N3vR!xq7ZkLw
    pf6TzYq2mXr8
    W4zkQn9vBtJ7
    Lx5qRw8nVgZ2
    9yTfKx3wPzQm
  `),
  passphrases: words(`
    lantern orchard sixteen velvet
    girafe tournesol marteau violet
    copper-walrus-thimble-orbit
    noisette-carrefour-bûche-lézard
    quiet magnet pretzel canyon
    brume trottoir hibou casserole
    seven angry badgers juggle
    érable cuillère nuage piston
    WrenchTulipGalaxyOtter
    tambourCitronÉchelleRadis
    ribbon.anchor.gravel.mosaic
    fjord cactus umbrella trombone
    lavande cyclone pingouin tiroir
    marmalade sextant pebble drizzle
    chandail boussole mouette grenier
    plastic teapot under windmill
    sirop dragon parapluie vitrail
    hedgehog satin bicycle plum
    moutarde clairon glacier poney
    tundra spoon velcro accordion
  `),
  long: words(`
    My 3 cats hate snow & Mondays!
    Nos 4 oies mangent du foin bleu
    the ferry leaves at half past nine
    on a perdu la clé du vieux garage
    Seventeen pickles fell off the truck
    Qui a mangé mon sandwich au thon?
    correct horse battery staple lamp
    grand-maman tricote des mitaines roses
    Rain on the tin roof of shed 12
    Le chat noir dort sur la tondeuse
  `),
  others: words(`
    brigade saumon tuyau lettre
    vapor-mule-kettle-ninety
    Kx9-mTq2-Lw7z
    tQ6hVd2ZkRw9
    r8Lw2nVxq0Tz
    olive hatch canoe meter
    jasmin verrou sable tonnerre
    fR4#kPz8mW
    zebra4Lantern!Moss
    je prends 3 cafés noirs le lundi
    my bike squeaks at every corner
    violon!Cactus7Plume
    hJ5qXw8ZrT1m
    quartz basil monsoon tractor
    pelle nuage girouette sel
  `),
};
