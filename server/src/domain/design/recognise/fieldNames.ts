/** What products, directories and people call fields, without what is not a letter or digit, by the field. */
const names: Readonly<Record<string, string>> = {
  displayName: `displayname fullname name naam volledigenaam vollstandigername nomcomplet prenomnom prenometnom nombrecompleto
    nombreyapellidos nomecompleto nomecognome nomeecognome`,
  givenName: 'firstname givenname voornaam vorname prenom nombre nome',
  surname:
    'lastname surname familyname sn achternaam nachname familienname nom nomdefamille apellido apellidos cognome',
  jobTitle: `jobtitle title position role jobrole jobposition designation functie functietitel positie rol funktion
    berufsbezeichnung stelle fonction poste titre cargo puesto ruolo posizione`,
  department: 'department afdeling abteilung departement departamento reparto dipartimento',
  companyName: `company companyname organization organisation bedrijf bedrijfsnaam organisatie firma unternehmen entreprise
    societe empresa azienda societa`,
  officeLocation: 'office officelocation physicaldeliveryofficename kantoor buro bureau oficina ufficio',
  mail: `email mail emailaddress windowsemailaddress workemail businessemail emailid emailadres mailadres emailadresse
    mailadresse adresseemail adressemail courriel correo correoelectronico indirizzoemail`,
  userPrincipalName: 'userprincipalname upn',
  businessPhone: `phone telephone workphone businessphone phonenumber telephonenumber officephone officephonenumber
    businessphonenumber workphonenumber directphone directline directdial tel telefoon telefoonnummer telefon telefonnummer
    telephonefixe numerodetelephone telefono`,
  mobilePhone: `mobile mobilephone mobilenumber mobilephonenumber cell cellphone cellnumber cellphonenumber mobiel mobielnummer
    mobielenummer mobil mobilnummer mobiltelefon handy handynummer portable telephoneportable movil telefonomovil cellulare`,
  faxNumber: 'fax faxnumber facsimiletelephonenumber faxnummer telecopie',
  streetAddress: 'street streetaddress addressline1 straat straatnaam strasse rue calle via',
  address: `postaladdress address fulladdress officeaddress businessaddress companyaddress workaddress mailingaddress
    adres kantooradres adresse anschrift direccion indirizzo`,
  city: 'city location town plaats woonplaats stad ort stadt ville ciudad citta',
  state: 'state stateorprovince stateprovince province region provincie bundesland provincia',
  postalCode: 'postcode postalcode zipcode zip zippostalcode plz postleitzahl codepostal codigopostal cap',
  country: 'country countryorregion countryregion land pays pais paese',
};

const fields: ReadonlyMap<string, string> = new Map(
  Object.entries(names).flatMap(([field, all]) => all.split(/\s+/).map((name) => [name, field] as const)),
);

/** The field that goes by such a name, in lower case: "Your job title" is the one called `jobtitle`. */
export const fieldNamed = (name: string): string | undefined =>
  fields.get(name) ?? fields.get(name.replace(/^(?:your|my|jouw|uw|je|ihr|ihre|votre|tu|su)(?=..)/, ''));
