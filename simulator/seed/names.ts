/** First and family names by language, with the letters that break careless code. */
export const DUTCH = {
  given:
    'Sanne Daan Emma Lars Fleur Bram Noor Sem Lotte Jesse Anouk Thijs Femke Ruben Maud Joris Iris Stijn Eline Koen Roos Pieter Marleen Wouter Daphne Jeroen Renée Maarten Noëlle Sjoerd Zoë Casper Fenna Gijs Loïs Hidde Marit Jurriën Tessa Bas Willemijn Teun Chloë Rik Annelies Björn Mieke Frédérique Youssef Naïma Mohammed Fatima Ömer Ayşe'.split(
      ' ',
    ),
  family: [
    ...'de Jong|van Dijk|Bakker|Visser|Smit|Meijer|de Groot|Mulder|Bos|Vos|Peters|Hendriks|van Leeuwen|Dekker|Brouwer|de Wit|Dijkstra|van den Berg|van der Meer|Kok|Jacobs|Vermeulen|van den Heuvel|van der Veen|Schouten|van Beek|Willems|Hoekstra|Koster|Verhoeven'.split(
      '|',
    ),
    ..."'t Hooft|van 't Hoff|IJsbrandy|Van IJzendoorn|Coppée|Brandão|Özdemir|El Amrani|Müller|Desmet-D'hondt|Thuwé|Goossens|Claeys|Wauters|Maes".split(
      '|',
    ),
  ],
};

export const ENGLISH = {
  given:
    'Oliver Amelia George Isla Arthur Ava Noah Freya Leo Florence Oscar Grace Henry Poppy Theodore Willow Finley Evelyn Jack Rosie Siân Aoife Róisín Callum Imogen Rhys Niamh Priya Arjun Chidi Ngozi Wei Mei Zainab Tariq Søren Astrid Łukasz Zofia José Beyoncé-Mae'.split(
      ' ',
    ),
  family: [
    ...'Smith|Jones|Taylor|Brown|Williams|Wilson|Johnson|Davies|Patel|Robinson|Wright|Thompson|Evans|Walker|White|Roberts|Green|Hall|Wood|Harris|Clarke|Jackson|Turner|Hughes|Shah|Cooper|Ward|Khan'.split(
      '|',
    ),
    ..."O'Connor|O'Brien|McAllister|Fitz-Gerald|Nuñez|Østergaard|Kowalczyk|Núñez-Ferrer|Okonkwo|Adébáyò|Zhang|Sørensen|D'Souza".split(
      '|',
    ),
  ],
};
